package wifisetup.network.dbus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt32;
import wifisetup.dbus.BusException;
import wifisetup.dbus.PropertyMap;
import wifisetup.network.NetworkId;
import wifisetup.network.Ssid;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// The profiles that NetworkManager keeps. Nothing of them is remembered here: other programs change them too.
final class Profiles {
    private final ServiceConnection service;

    Profiles(ServiceConnection service) {
        this.service = service;
    }

    /// The profiles of networks that can be joined; not those of hotspots.
    List<Profile> wifi() throws BusException, InterruptedException {
        var found = new ArrayList<Profile>();
        for (String path : paths()) {
            read(path).ifPresent(found::add);
        }
        return found;
    }

    /// The objects of all profiles, of whatever kind.
    List<String> paths() throws BusException, InterruptedException {
        var settings = service.root().at(NetworkManagerApi.SETTINGS_PATH);
        return PropertyMap.list(settings.call(NetworkManagerApi.SETTINGS, "ListConnections", null)
                        .getFirst())
                .stream()
                .map(Object::toString)
                .toList();
    }

    /// The profiles that are there to stay.
    List<Profile> kept() throws BusException, InterruptedException {
        return wifi().stream().filter(Profile::kept).toList();
    }

    /// The profiles of that name that are there to stay.
    List<Profile> of(Ssid ssid) throws BusException, InterruptedException {
        return kept().stream().filter(profile -> profile.ssid().equals(ssid)).toList();
    }

    /// The profile for that network that was used last, of those that are there to stay.
    Optional<Profile> newestFor(NetworkId id, Radio radio) throws BusException, InterruptedException {
        return kept().stream()
                .filter(profile -> profile.isFor(id) && profile.isUsableBy(radio.name()))
                .max(Comparator.comparingLong(Profile::lastUsed));
    }

    /// The profile of that path, unless it is gone or not one of a network that can be joined.
    Optional<Profile> read(String path) throws BusException, InterruptedException {
        try {
            var object = service.root().at(path);
            var settings = ProfileSettings.of(
                    object.call(NetworkManagerApi.PROFILE, "GetSettings", null).getFirst());
            if (!settings.sections().containsKey(ProfileSettings.WIRELESS)) {
                return Optional.empty();
            }
            return profile(
                    path, settings, object.properties(NetworkManagerApi.PROFILE).number("Flags"));
        } catch (BusException failure) {
            if (failure.isAboutAVanishedObject()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /// Writes a profile to the disk as it is, secret and all.
    ///
    /// @param older whether it is to remember that the network admits by WPA2 alone
    void keep(String path, boolean older) throws BusException, InterruptedException {
        var profile = read(path);
        if (profile.isPresent() && profile.get().settings().admitsOlderAlone() != older) {
            write(path, profile.get().settings().withOlderAlone(older), NetworkManagerApi.TO_DISK);
            return;
        }
        service.root()
                .at(path)
                .call(
                        NetworkManagerApi.PROFILE,
                        "Update2",
                        "a{sa{sv}}ua{sv}",
                        Map.of(),
                        new UInt32(NetworkManagerApi.TO_DISK),
                        Map.of());
    }

    /// Writes other settings to a profile; its secrets stay, since none are given.
    ///
    /// @param where of `NMSettingsUpdate2Flags`
    void write(String path, ProfileSettings settings, int where) throws BusException, InterruptedException {
        service.root()
                .at(path)
                .call(
                        NetworkManagerApi.PROFILE,
                        "Update2",
                        "a{sa{sv}}ua{sv}",
                        settings.sections(),
                        new UInt32(where),
                        Map.of());
    }

    /// Deletes the profile of that UUID, if there is one.
    void deleteByUuid(String uuid) throws BusException, InterruptedException {
        for (Profile profile : wifi()) {
            if (profile.uuid().equals(uuid)) {
                delete(profile.path());
            }
        }
    }

    /// Deletes a profile; a connection by it ends. One that is gone already is no failure.
    void delete(String path) throws BusException, InterruptedException {
        try {
            service.root().at(path).call(NetworkManagerApi.PROFILE, "Delete", null);
        } catch (BusException failure) {
            // One that vanishes while the permission is looked up is answered with a general failure.
            if (isThere(path)) {
                throw failure;
            }
        }
    }

    private boolean isThere(String path) throws BusException, InterruptedException {
        try {
            var _ = service.root().at(path).call(NetworkManagerApi.PROFILE, "GetSettings", null);
            return true;
        } catch (BusException failure) {
            if (failure.isAboutAVanishedObject()) {
                return false;
            }
            throw failure;
        }
    }

    private static Optional<Profile> profile(String path, ProfileSettings settings, long flags) {
        var wireless = settings.section(ProfileSettings.WIRELESS);
        var ssid = wireless.bytes("ssid");
        var mode = wireless.text("mode");
        if (ssid.length == 0 || ssid.length > Ssid.MAX_LENGTH || !(mode.isEmpty() || mode.equals("infrastructure"))) {
            return Optional.empty();
        }
        return Optional.of(new Profile(
                path,
                Ssid.of(ssid),
                settings,
                (flags & NetworkManagerApi.NOT_KEPT) == 0,
                settings.section(ProfileSettings.CONNECTION).number("timestamp")));
    }
}
