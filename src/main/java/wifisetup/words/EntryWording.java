package wifisetup.words;

import java.util.Optional;
import wifisetup.join.AccountEntry;
import wifisetup.join.Cause;
import wifisetup.network.Failure;
import wifisetup.network.IpEntry;
import wifisetup.network.PassphraseFlaw;
import wifisetup.network.Security;

/// Says in sentences for people what is wrong with what they type.
public record EntryWording(Texts texts) {
    /// The rule a password follows, as far as it was typed.
    public String rule(Security security, Optional<PassphraseFlaw> flaw, boolean empty) {
        if (empty) {
            return texts.get(security == Security.WEP ? "password.no-wep-key" : "password.rule");
        }
        return flaw.map(found -> switch (found) {
                    case TOO_SHORT -> texts.get("password.too-short");
                    case TOO_LONG -> texts.get("password.too-long");
                    case NO_WEP_KEY -> texts.get("password.no-wep-key");
                })
                .orElseGet(() -> texts.get("password.fits"));
    }

    /// Why a password is asked for though there was one; empty if there was none.
    public String passwordRefused(Cause cause) {
        return switch (cause) {
            case Cause.Needed _, Cause.Changed _ -> "";
            case Cause.Outdated _ -> texts.get("password.outdated");
            case Cause.Refused(var failure) ->
                failure instanceof Failure.PasswordRequired
                        ? texts.get("failure.password-required")
                        : texts.get("failure.wrong-password");
        };
    }

    /// Why an account is asked for though there was one; empty if there was none.
    public String accountRefused(Cause cause) {
        return switch (cause) {
            case Cause.Needed _, Cause.Changed _ -> "";
            case Cause.Outdated _ -> texts.get("account.outdated");
            case Cause.Refused(var failure) ->
                failure instanceof Failure.PasswordRequired
                        ? texts.get("account.required")
                        : texts.get("account.refused");
        };
    }

    /// What an account lacks.
    public String lack(Optional<AccountEntry.Lack> lack) {
        return lack.map(missing -> switch (missing) {
                    case IDENTITY -> texts.get("account.lacks.identity");
                    case PASSWORD -> texts.get("account.lacks.password");
                    case CERTIFICATE -> texts.get("account.lacks.certificate");
                    case PRIVATE_KEY -> texts.get("account.lacks.key");
                    case AUTHORITY -> texts.get("account.lacks.authority");
                    case DOMAIN -> texts.get("account.lacks.domain");
                })
                .orElseGet(() -> texts.get("password.fits"));
    }

    /// What is wrong with the addresses, of which `flawed` is the one that is wrong.
    public String addresses(Optional<IpEntry> flawed) {
        return flawed.flatMap(IpEntry::flaw)
                .map(flaw -> switch (flaw) {
                    case ADDRESS -> texts.get("address.flaw.address");
                    case NO_DEVICE -> texts.get("address.flaw.no-device");
                    case PREFIX -> texts.get("address.flaw.prefix");
                    case GATEWAY -> texts.get("address.flaw.router");
                    case GATEWAY_OUTSIDE -> texts.get("address.flaw.router-outside");
                    case GATEWAY_ITSELF -> texts.get("address.flaw.router-itself");
                    case DNS -> texts.get("address.flaw.dns");
                })
                .orElseGet(() -> texts.get("address.fits"));
    }
}
