package wifisetup.network.dbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wifisetup.network.Ssid;

/// The profiles that NetworkManager keeps. Nothing of them is remembered here: other programs change them too.
final class Profiles {
    private static final String WIFI = "802-11-wireless";

    private final ServiceConnection service;

    Profiles(ServiceConnection service) {
        this.service = service;
    }

    /// The profiles of networks that can be joined; not those of hotspots.
    List<Profile> wifi() throws BusException, InterruptedException {
        var settings = service.root().at(NetworkManagerApi.SETTINGS_PATH);
        var found = new ArrayList<Profile>();
        for (Object path : PropertyMap.list(settings.call(NetworkManagerApi.SETTINGS, "ListConnections", null)
                .getFirst())) {
            read(path.toString()).ifPresent(found::add);
        }
        return found;
    }

    /// The profiles that are there to stay.
    List<Profile> kept() throws BusException, InterruptedException {
        return wifi().stream().filter(Profile::kept).toList();
    }

    /// The profiles of that name that are there to stay.
    List<Profile> of(Ssid ssid) throws BusException, InterruptedException {
        return kept().stream().filter(profile -> profile.ssid().equals(ssid)).toList();
    }

    /// The profile of that path, unless it is gone or not one of a network that can be joined.
    Optional<Profile> read(String path) throws BusException, InterruptedException {
        try {
            var object = service.root().at(path);
            var settings = (Map<?, ?>)
                    object.call(NetworkManagerApi.PROFILE, "GetSettings", null).getFirst();
            if (!(settings.get(WIFI) instanceof Map<?, ?> wireless)
                    || !(settings.get("connection") instanceof Map<?, ?> connection)) {
                return Optional.empty();
            }
            long flags = object.properties(NetworkManagerApi.PROFILE).number("Flags");
            return profile(path, new PropertyMap(connection), new PropertyMap(wireless), flags);
        } catch (BusException failure) {
            if (failure.isAboutAVanishedObject()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /// Writes a profile to the disk as it is, secret and all.
    void keep(String path) throws BusException, InterruptedException {
        service.root()
                .at(path)
                .call(
                        NetworkManagerApi.PROFILE,
                        "Update2",
                        "a{sa{sv}}ua{sv}",
                        Map.of(),
                        NetworkManagerApi.TO_DISK,
                        Map.of());
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

    private static Optional<Profile> profile(String path, PropertyMap connection, PropertyMap wireless, long flags) {
        var ssid = wireless.bytes("ssid");
        var mode = wireless.text("mode");
        if (ssid.length == 0 || ssid.length > Ssid.MAX_LENGTH || !(mode.isEmpty() || mode.equals("infrastructure"))) {
            return Optional.empty();
        }
        // A value that is the default is left out of the settings, and this one's default is true.
        boolean autoconnect = !connection.has("autoconnect") || connection.flag("autoconnect");
        return Optional.of(new Profile(
                path,
                Ssid.of(ssid),
                connection.text("id"),
                autoconnect,
                (flags & NetworkManagerApi.NOT_KEPT) == 0,
                connection.number("timestamp")));
    }
}
