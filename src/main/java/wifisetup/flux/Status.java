package wifisetup.flux;

/// What a device says that it does: 64 bytes on the wire.
///
/// @param time when it last changed, in seconds since 1970
/// @param id see [wifisetup.lan.DeviceStatus]; unknown ids are kept
/// @param progress of what it does, 0 to 1
/// @param headModule the tool it holds, at most 16 ASCII characters, or empty
/// @param errorLabel what ails it, at most 32 ASCII characters, or empty
public record Status(double time, int id, float progress, String headModule, String errorLabel) {
    /// The bytes of a status.
    static final int BYTES = 64;

    static final int HEAD_MODULE_BYTES = 16;
    static final int ERROR_LABEL_BYTES = 32;
}
