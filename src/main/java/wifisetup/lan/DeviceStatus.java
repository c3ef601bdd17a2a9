package wifisetup.lan;

import java.util.Optional;
import wifisetup.flux.Status;

/// What a device last said that it does.
///
/// @param id `st_id`; an id that [#activity] does not know is kept as it came
/// @param time `st_ts`, when it last changed, in seconds since 1970 by the device's clock
/// @param progress `st_prog`, 0 to 1 while it works on something
/// @param headModule the tool it holds, if it says so
/// @param errorLabel what ails it, if it says so
public record DeviceStatus(
        int id, double time, float progress, Optional<String> headModule, Optional<String> errorLabel) {
    static DeviceStatus of(Status status) {
        return new DeviceStatus(
                status.id(),
                status.time(),
                status.progress(),
                Optional.of(status.headModule()).filter(text -> !text.isEmpty()),
                Optional.of(status.errorLabel()).filter(text -> !text.isEmpty()));
    }

    /// What that means, if the id is a known one.
    public Optional<DeviceActivity> activity() {
        return DeviceActivity.of(id);
    }
}
