package wifisetup.network.nmcli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wifisetup.network.Failure;
import wifisetup.network.NetworkId;
import wifisetup.network.ProfileId;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;

/// The profiles that NetworkManager holds. Nothing of them is remembered here: other programs change them too.
final class Profiles {
    static final String SECURITY = "802-11-wireless-security";
    static final String ACCOUNT = "802-1x";

    private static final String UUID = "connection.uuid";
    private static final String NAME = "connection.id";
    private static final String SSID = "802-11-wireless.ssid";
    private static final String KEY_MANAGEMENT = SECURITY + ".key-mgmt";
    private static final String EAP = ACCOUNT + ".eap";
    private static final String PMF = SECURITY + ".pmf";
    private static final String MODE = "802-11-wireless.mode";
    private static final String HIDDEN = "802-11-wireless.hidden";
    private static final String TIMESTAMP = "connection.timestamp";

    /// Where NetworkManager writes what is not there to stay (and other programs what they make anew at each start).
    private static final String FLEETING = "/run/";

    /// Between the list of profiles and the look into each, one may be deleted: then both are done again.
    private static final int ATTEMPTS = 5;

    /// First the UUID; last the two that others choose, with the UUID once more between them: they may hold line breaks
    /// and imitate any line but those with a UUID, which is longer than an SSID and made up at random.
    private static final String FIELDS = String.join(
            ",",
            Stream.of(
                            Stream.of(UUID, TIMESTAMP, MODE, HIDDEN, KEY_MANAGEMENT, PMF, EAP),
                            SettingsWords.PROPERTIES.stream(),
                            Stream.of(NAME, UUID, SSID))
                    .flatMap(fields -> fields)
                    .toList());

    private final Nmcli nmcli;

    Profiles(Nmcli nmcli) {
        this.nmcli = nmcli;
    }

    /// The profiles that are there to stay, of networks that can be joined; not those of hotspots.
    List<Profile> kept() throws WifiException, InterruptedException {
        return all().stream().filter(Profile::kept).toList();
    }

    /// All profiles of that name.
    List<Profile> of(Ssid ssid) throws WifiException, InterruptedException {
        return all().stream().filter(profile -> profile.ssid().equals(ssid)).toList();
    }

    /// The kept one of these, for that network, that was used last.
    static Optional<Profile> newest(List<Profile> profiles, NetworkId network) {
        return profiles.stream()
                .filter(profile -> profile.kept() && profile.isFor(network))
                .max(Comparator.comparingLong(Profile::lastUsed));
    }

    /// Every profile of networks that can be joined.
    List<Profile> all() throws WifiException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            var rows = Terse.rows(
                            nmcli.ask(
                                    Right.CONTROL, "-t", "-f", "UUID,TYPE,AUTOCONNECT,FILENAME", "connection", "show"),
                            4)
                    .stream()
                    .filter(row -> row.get(1).equals("802-11-wireless"))
                    .toList();
            if (rows.isEmpty()) {
                return List.of();
            }
            var words = new ArrayList<>(List.of("-t", "-f", FIELDS, "connection", "show"));
            rows.forEach(row -> words.addAll(List.of("uuid", row.getFirst())));
            var answer = nmcli.run(words.toArray(String[]::new));
            if (answer.status() != Verdicts.NOT_FOUND || attempt == ATTEMPTS) {
                return profiles(rows, answer.outputFor(Right.CONTROL));
            }
        }
    }

    /// Deletes a profile; a connection by it ends. One that is gone already is no failure.
    void delete(String uuid) throws WifiException, InterruptedException {
        var answer = nmcli.run("connection", "delete", "uuid", uuid);
        if (!answer.isGood() && answer.status() != Verdicts.NOT_FOUND) {
            throw new WifiException(Verdicts.of(answer, Right.MODIFY));
        }
    }

    /// Changes a profile and writes it to the disk, secrets and all.
    void modify(String uuid, List<String> properties) throws WifiException, InterruptedException {
        var words = new ArrayList<>(List.of("connection", "modify", "uuid", uuid));
        words.addAll(properties);
        var _ = nmcli.ask(Right.MODIFY, words.toArray(String[]::new));
    }

    /// Changes a profile in NetworkManager's memory alone.
    void modifyForNow(String uuid, List<String> words) throws WifiException, InterruptedException {
        var line = new ArrayList<>(List.of("connection", "modify", "--temporary", "uuid", uuid));
        line.addAll(words);
        var _ = nmcli.ask(Right.MODIFY, line.toArray(String[]::new));
    }

    static List<Profile> profiles(List<List<String>> rows, String output) {
        var found = new ArrayList<Profile>();
        int end = output.length();
        // The last ends with its own line break, each other one with an empty line too.
        int breaks = 1;
        for (List<String> row : rows.reversed()) {
            String mark = UUID + ":" + row.getFirst() + "\n";
            int second = output.lastIndexOf(mark, end);
            int first = second < 0 ? -1 : output.lastIndexOf(mark, second - 1);
            if (first < 0) {
                continue;
            }
            profile(
                            row,
                            output.substring(first + mark.length(), second),
                            output.substring(second + mark.length(), Math.max(second + mark.length(), end - breaks)))
                    .ifPresent(found::addFirst);
            end = first;
            breaks = 2;
        }
        return List.copyOf(found);
    }

    private static Optional<Profile> profile(List<String> row, String before, String after) {
        int name = before.indexOf(NAME + ":");
        if (name < 0 || !after.startsWith(SSID + ":")) {
            return Optional.empty();
        }
        var properties = Terse.properties(before.substring(0, name));
        var ssid = after.substring(SSID.length() + 1).getBytes(StandardCharsets.ISO_8859_1);
        var mode = properties.getOrDefault(MODE, "");
        if (ssid.length == 0 || ssid.length > Ssid.MAX_LENGTH || !(mode.isEmpty() || mode.equals("infrastructure"))) {
            return Optional.empty();
        }
        var settings = SettingsWords.read(properties);
        return Optional.of(new Profile(
                new ProfileId(row.getFirst()),
                new NetworkId(Ssid.of(ssid), security(properties.getOrDefault(KEY_MANAGEMENT, ""))),
                text(before.substring(name + NAME.length() + 1, before.length() - 1)),
                properties.getOrDefault(HIDDEN, "no").equals("yes"),
                settings,
                settings.autoconnect() || !row.get(3).startsWith(FLEETING),
                properties.getOrDefault(PMF, "").matches("1\\b.*|disable"),
                sections(properties),
                Long.parseLong("0" + properties.getOrDefault(TIMESTAMP, ""))));
    }

    private static List<String> sections(Map<String, String> properties) {
        var sections = new ArrayList<String>();
        if (properties.containsKey(KEY_MANAGEMENT)) {
            sections.add(SECURITY);
        }
        if (properties.containsKey(EAP)) {
            sections.add(ACCOUNT);
        }
        return sections;
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static Security security(String keyManagement) {
        return switch (keyManagement) {
            case "" -> Security.OPEN;
            case "owe" -> Security.OWE;
            case "sae" -> Security.WPA3;
            case "wpa-eap" -> Security.ENTERPRISE;
            case "wpa-eap-suite-b-192" -> Security.ENTERPRISE_192;
            case "none", "ieee8021x" -> Security.WEP;
            default -> Security.WPA2;
        };
    }

    /// The one profile of that UUID.
    ///
    /// @throws WifiException with [Failure.NotKnown] if it is not kept
    Profile kept(ProfileId id) throws WifiException, InterruptedException {
        return kept().stream()
                .filter(known -> known.profile().equals(id))
                .findAny()
                .orElseThrow(() -> new WifiException(new Failure.NotKnown()));
    }
}
