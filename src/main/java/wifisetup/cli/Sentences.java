package wifisetup.cli;

import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.HarmlessText;
import wifisetup.network.JoinStage;
import wifisetup.network.Obstacle;
import wifisetup.network.PassphraseFlaw;

/// What happens, in sentences for whoever reads a terminal or a log.
final class Sentences {
    private Sentences() {}

    /// Why it failed, and what to do about it.
    static String of(Failure failure) {
        return switch (failure) {
            case Failure.WrongPassword _ -> "the password or the account is wrong";
            case Failure.PasswordRequired _ ->
                "the network wants a password or an account, and none was given or saved:"
                        + " start this from a terminal, or use --password-stdin, with --identity for an account";
            case Failure.OutOfRange _ -> "no network of that name answers";
            case Failure.ServerNotTrusted(var detail) ->
                "the network's server did not prove who it is: " + HarmlessText.of(detail);
            case Failure.CertificateUnusable(var detail) ->
                "the certificate or its key cannot be used: " + HarmlessText.of(detail);
            case Failure.NotKnown _ -> "no network of that name is saved or connected";
            case Failure.NoAddress _ -> "the network gave the device no address";
            case Failure.TimedOut _ -> "nothing conclusive happened in time";
            case Failure.Unsupported(var obstacle) -> of(obstacle);
            case Failure.Denied(var action) -> "the system does not allow it: " + HarmlessText.of(action);
            case Failure.NoAdapter _ -> "there is no Wi-Fi adapter";
            case Failure.RfKill(var by) -> of(by);
            case Failure.Cancelled _ -> "cancelled";
            case Failure.BackendUnavailable(var detail) ->
                "NetworkManager is not there, or does not answer: " + HarmlessText.of(detail);
            case Failure.Other(var detail) -> "it failed: " + HarmlessText.of(detail);
        };
    }

    private static String of(Obstacle obstacle) {
        return switch (obstacle) {
            case WEP -> "the network is encrypted by WEP, which is broken: this device refuses it";
            case SUITE_B -> "the network wants an account with cryptography of 192 bits, which cannot be set up here";
            case NAME -> "the backend in use cannot express the network's name: use --backend dbus";
        };
    }

    private static String of(Block block) {
        return switch (block) {
            case SOFTWARE -> "Wi-Fi is turned off";
            case SWITCH -> "Wi-Fi is turned off by a switch on the device";
            case COUNTRY -> "Wi-Fi is off until somebody says in which country the device is";
        };
    }

    /// What is wrong with a text as a password.
    static String of(PassphraseFlaw flaw) {
        return switch (flaw) {
            case TOO_SHORT -> "a password has at least " + PassphraseFlaw.MIN_LENGTH + " characters";
            case TOO_LONG -> "a password has at most " + PassphraseFlaw.MAX_LENGTH + " bytes, or is 64 hex digits";
            case NO_WEP_KEY -> "a key of WEP has 5 or 13 characters, or 10 or 26 hex digits";
        };
    }

    /// How far a join has come.
    static String of(JoinStage stage) {
        return switch (stage) {
            case PREPARING -> "preparing";
            case AUTHENTICATING -> "checking the password";
            case CHECKING_PASSWORD_AGAIN -> "refused once, checking the password again";
            case TRYING_OLDER_SECURITY -> "refused by WPA3, trying WPA2";
            case GETTING_ADDRESS -> "getting an address";
            case CHECKING_INTERNET -> "looking for the internet";
        };
    }
}
