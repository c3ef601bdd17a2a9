package wifisetup.network.dbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import wifisetup.dbus.BusException;
import wifisetup.network.Failure;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.hosted.ProfileCopies;

/// The saved Wi-Fi profiles with their secrets. NetworkManager gives secrets to whoever may change the profiles.
final class SavedProfiles implements ProfileCopies {
    /// The sections of a Wi-Fi profile that may have secrets.
    private static final List<String> SECRET = List.of(ProfileSettings.SECURITY, ProfileSettings.ACCOUNT);

    private final ServiceConnection service;
    private final Profiles profiles;

    SavedProfiles(ServiceConnection service, Profiles profiles) {
        this.service = service;
        this.profiles = profiles;
    }

    @Override
    public Copy take() throws WifiException {
        return ask(() -> {
            var copies = new ArrayList<ProfileSettings>();
            for (Profile profile : profiles.kept()) {
                copies.add(withSecrets(profile));
            }
            return () -> ask(() -> restore(copies));
        });
    }

    private ProfileSettings withSecrets(Profile profile) throws BusException, InterruptedException {
        var whole = profile.settings();
        for (String section : SECRET) {
            if (whole.sections().containsKey(section)) {
                var both = whole.copy(section);
                both.putAll(secrets(profile, section));
                whole = whole.with(section, both);
            }
        }
        return whole;
    }

    /// A section without secrets, such as the security of a network with accounts, is answered with an error: those
    /// that it lacks are asked of agents, of which there are none.
    private Map<String, Variant<?>> secrets(Profile profile, String section) throws BusException, InterruptedException {
        try {
            return ProfileSettings.of(service.root()
                            .at(profile.path())
                            .call(NetworkManagerApi.PROFILE, "GetSecrets", "s", section)
                            .getFirst())
                    .copy(section);
        } catch (BusException failure) {
            if (failure.error().endsWith(".AgentManager.NoSecrets")) {
                return Map.of();
            }
            throw failure;
        }
    }

    private int restore(List<ProfileSettings> copies) throws BusException, InterruptedException {
        var present = uuids();
        int saved = 0;
        for (ProfileSettings copy : copies) {
            if (!present.contains(copy.uuid())) {
                var _ = service.root()
                        .at(NetworkManagerApi.SETTINGS_PATH)
                        .call(
                                NetworkManagerApi.SETTINGS,
                                "AddConnection2",
                                "a{sa{sv}}ua{sv}",
                                copy.sections(),
                                new UInt32(NetworkManagerApi.TO_DISK),
                                Map.of());
                saved++;
            }
        }
        return saved;
    }

    private Set<String> uuids() throws BusException, InterruptedException {
        return profiles.wifi().stream().map(Profile::uuid).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> T ask(Question<T> question) throws WifiException {
        try {
            return question.ask();
        } catch (BusException failure) {
            throw new WifiException(Failures.of(failure, NetworkManagerApi.MAY_MODIFY), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WifiException(new Failure.Cancelled(), interrupted);
        }
    }

    private interface Question<T> {
        T ask() throws BusException, InterruptedException;
    }
}
