package wifisetup.flux;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import wifisetup.secret.Secret;

/// What a client asks of a device in an authorised session: a word and its fields, joined by NUL. Any thread.
public sealed interface Command extends Request {
    /// Trust another key. Ours gives a key that it trusts already the other label; a reference device refuses.
    ///
    /// @param label for people
    /// @param key the key
    record AddTrust(String label, RSAPublicKey key) implements Command {}

    /// List the trusted keys: an [Answer.Data] of `access_id` and `label` each, then [Answer.Ok].
    record ListTrust() implements Command {}

    /// Trust a key no more.
    ///
    /// @param key its name
    record RemoveTrust(AccessId key) implements Command {}

    /// Give the device another name.
    ///
    /// @param name for people
    record Rename(String name) implements Command {}

    /// Set another password, by one who knows the old one.
    ///
    /// @param old the password so far
    /// @param changed the password from now on
    /// @param removesOthers whether all keys but this session's are trusted no more
    record ChangePassword(Secret old, Secret changed, boolean removesOthers) implements Command {}

    /// Set another password, in a session that was authorised by a key; all other keys are trusted no more.
    ///
    /// @param changed the password from now on
    record ResetPassword(Secret changed) implements Command {}

    /// Move the device to another network. Reference clients do not read the answer.
    ///
    /// @param options where to
    record ChangeNetwork(NetworkOptions options) implements Command {}

    /// List the networks around: an [Answer.Data] each, see [WifiRow], then [Answer.Ok].
    record ScanWifi() implements Command {}

    /// The changed network is fine, keep it; on the [StrongPath] alone.
    record ConfirmNetwork() implements Command {}

    /// The text to send.
    ///
    /// @throws IllegalArgumentException if a field holds NUL
    default String write() {
        return switch (this) {
            case AddTrust it -> join("add_trust", it.label(), KeyEncoding.pem(it.key()));
            case ListTrust _ -> "list_trust";
            case RemoveTrust it -> join("remove_trust", it.key().hex());
            case Rename it -> join("rename", it.name());
            case ChangePassword it ->
                join("passwd", it.old().reveal(), it.changed().reveal(), it.removesOthers() ? "Y" : "F");
            case ResetPassword it -> join("reset_passwd", it.changed().reveal());
            case ChangeNetwork it -> join("network", it.options().write().toArray(String[]::new));
            case ScanWifi _ -> "scan_wifi";
            case ConfirmNetwork _ -> "confirm_network";
        };
    }

    /// Reads what a client sent. What is no command, or lacks a part, is a refusal.
    static Request read(String text) {
        var fields = Arrays.asList(text.split("\0", -1));
        var parts = fields.subList(1, fields.size());
        return switch (fields.getFirst()) {
            case "add_trust" -> parts.size() == 2 ? addTrust(parts) : bad();
            case "list_trust" -> parts.isEmpty() ? new ListTrust() : bad();
            case "remove_trust" -> parts.size() == 1 ? removeTrust(parts.getFirst()) : bad();
            case "rename" -> parts.size() == 1 ? new Rename(parts.getFirst()) : bad();
            case "passwd" -> parts.size() == 3 ? changePassword(parts) : bad();
            case "reset_passwd" -> parts.size() == 1 ? new ResetPassword(new Secret(parts.getFirst())) : bad();
            case "network" ->
                NetworkOptions.read(parts).<Request>map(ChangeNetwork::new).orElseGet(Command::bad);
            case "scan_wifi" -> parts.isEmpty() ? new ScanWifi() : bad();
            case "confirm_network" -> parts.isEmpty() ? new ConfirmNetwork() : bad();
            default -> new Refused(ErrorCode.UNKNOWN_COMMAND);
        };
    }

    private static Request addTrust(List<String> parts) {
        return KeyEncoding.read(Octets.ofText(parts.get(1)))
                .<Request>map(key -> new AddTrust(parts.get(0), key))
                .orElseGet(Command::bad);
    }

    private static Request removeTrust(String id) {
        return AccessId.read(id).<Request>map(RemoveTrust::new).orElseGet(() -> new Refused(ErrorCode.NOT_FOUND));
    }

    private static Request changePassword(List<String> parts) {
        var old = new Secret(parts.get(0));
        var changed = new Secret(parts.get(1));
        return switch (parts.get(2)) {
            case "Y" -> new ChangePassword(old, changed, true);
            case "F" -> new ChangePassword(old, changed, false);
            default -> bad();
        };
    }

    private static Request bad() {
        return new Refused(ErrorCode.BAD_PARAMS);
    }

    private static String join(String word, String... fields) {
        for (String field : fields) {
            if (field.indexOf(0) >= 0) {
                throw new IllegalArgumentException("a field without NUL");
            }
        }
        return fields.length == 0 ? word : word + "\0" + String.join("\0", fields);
    }
}
