package wifisetup.network.nmcli;

import wifisetup.network.WifiException;

/// What a run of nmcli came to.
///
/// @param status its exit code
/// @param output what it printed: each byte as the character of that number (ISO 8859-1), since names are bytes
/// @param errors what it complained of, in UTF-8
record Answer(int status, String output, String errors) {
    /// Whether all went well.
    boolean isGood() {
        return status == 0;
    }

    /// What it printed, if all went well.
    ///
    /// @param right what the command needs, to be named when it was denied
    /// @throws WifiException otherwise
    String outputFor(Right right) throws WifiException {
        if (isGood()) {
            return output;
        }
        throw new WifiException(Verdicts.of(this, right));
    }
}
