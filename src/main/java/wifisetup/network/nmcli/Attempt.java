package wifisetup.network.nmcli;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.NetworkSettings;
import wifisetup.network.WifiException;

/// The profile with which a join is tried, so that it can be kept or undone.
sealed interface Attempt {
    /// The log of what is not worth a failure.
    System.Logger LOG = System.getLogger(Attempt.class.getName());

    /// What tells the profile from all others.
    String uuid();

    /// What is to be typed in for it.
    PasswordFile secrets();

    /// Whether it can be changed to join without WPA3.
    boolean hasOlderSecurity();

    /// Changes it to join without WPA3.
    void useOlderSecurity() throws WifiException, InterruptedException;

    /// Makes it last.
    void keep() throws WifiException, InterruptedException;

    /// Leaves nothing of it.
    void undo() throws WifiException, InterruptedException;

    /// With a profile that is there, and stays whatever happens.
    static Attempt withStored(Nmcli nmcli, Profile profile) {
        return new Stored(nmcli, profile.uuid());
    }

    /// With a new profile, which is in NetworkManager's memory alone, and does not connect by itself, until it is kept;
    /// an older profile is not touched. It takes over what is kept of the network.
    ///
    /// @param known all profiles of the network: deleted when the new one is kept
    static Attempt withNew(Nmcli nmcli, Profiles profiles, JoinRequest request, String name, List<Profile> known)
            throws WifiException, InterruptedException {
        var before = Profiles.newest(known, request.id());
        boolean older = before.filter(Profile::olderSecurity).isPresent();
        var now = before.map(Profile::settings).orElse(NetworkSettings.DEFAULT);
        var settings = request.settings().orElse(now);
        var words = new ArrayList<>(SettingsWords.autoconnect(false));
        words.addAll(Draft.properties(request, older));
        words.addAll(SettingsWords.changes(now.withAutoconnect(false), settings.withAutoconnect(false)));
        var uuid = before.isPresent()
                ? copy(nmcli, profiles, before.get(), request, words)
                : add(nmcli, profiles, request, name, words);
        return new New(profiles, uuid, known, Draft.secrets(request), older, settings);
    }

    private static String add(Nmcli nmcli, Profiles profiles, JoinRequest request, String name, List<String> properties)
            throws WifiException, InterruptedException {
        var uuid = UUID.randomUUID().toString();
        var words = new ArrayList<>(List.of("connection", "add", "save", "no", "type", "wifi"));
        words.addAll(List.of("con-name", request.ssid().display(), "ssid", name, "connection.uuid", uuid));
        words.addAll(properties);
        try {
            var _ = nmcli.ask(Right.MODIFY, words.toArray(String[]::new));
            return uuid;
        } catch (InterruptedException interrupted) {
            profiles.delete(uuid);
            throw interrupted;
        }
    }

    private static String copy(
            Nmcli nmcli, Profiles profiles, Profile before, JoinRequest request, List<String> properties)
            throws WifiException, InterruptedException {
        var printed = nmcli.ask(
                Right.MODIFY,
                "connection",
                "clone",
                "--temporary",
                "uuid",
                before.uuid(),
                request.ssid().display());
        var uuid = New.COPIED_TO
                .matcher(printed)
                .results()
                .map(found -> found.group(1))
                .reduce((_, last) -> last);
        if (uuid.isEmpty()) {
            throw new WifiException(new Failure.Other("nmcli does not tell what it copied a profile to"));
        }
        try {
            profiles.modifyForNow(uuid.get(), SettingsWords.autoconnect(false));
            // The copy has the secrets too: they go with their sections.
            for (String section : before.sections()) {
                profiles.modifyForNow(uuid.get(), List.of("remove", section));
            }
            profiles.modifyForNow(uuid.get(), properties);
            return uuid.get();
        } catch (WifiException | InterruptedException failure) {
            profiles.delete(uuid.get());
            throw failure;
        }
    }

    /// With a profile of its own.
    record New(
            Profiles profiles,
            String uuid,
            List<Profile> known,
            PasswordFile secrets,
            boolean older,
            NetworkSettings settings)
            implements Attempt {
        private static final Pattern COPIED_TO = Pattern.compile("\\(([0-9a-f-]{36})\\)\\.");

        @Override
        public boolean hasOlderSecurity() {
            return !older;
        }

        @Override
        public void useOlderSecurity() throws WifiException, InterruptedException {
            profiles.modifyForNow(uuid, Draft.OLDER_SECURITY);
        }

        @Override
        public void keep() throws WifiException, InterruptedException {
            profiles.modify(uuid, SettingsWords.autoconnect(settings.autoconnect()));
            for (Profile replaced : known) {
                delete(replaced);
            }
        }

        /// One that cannot be deleted (by an administrator's will, say) is no reason to leave the network again.
        private void delete(Profile replaced) throws InterruptedException {
            try {
                profiles.delete(replaced.uuid());
            } catch (WifiException refused) {
                LOG.log(Level.WARNING, "an older profile of the network stays: {0}", refused.getMessage());
            }
        }

        @Override
        public void undo() throws WifiException, InterruptedException {
            profiles.delete(uuid);
        }
    }

    /// With somebody's profile.
    record Stored(Nmcli nmcli, String uuid) implements Attempt {
        @Override
        public PasswordFile secrets() {
            return PasswordFile.NONE;
        }

        @Override
        public boolean hasOlderSecurity() {
            return false;
        }

        @Override
        public void useOlderSecurity() {
            throw new IllegalStateException("somebody's profile is not changed by an attempt");
        }

        @Override
        public void keep() {
            // It is kept already.
        }

        @Override
        public void undo() throws WifiException, InterruptedException {
            var answer = nmcli.run("connection", "down", "uuid", uuid);
            // It is over by itself in most cases.
            if (!answer.isGood() && answer.status() != Verdicts.NOT_FOUND) {
                throw new WifiException(Verdicts.of(answer, Right.CONTROL));
            }
        }
    }
}
