package wifisetup.lan;

/// A key that a device trusts.
///
/// @param accessId its name, 40 hexadecimal digits
/// @param label what people call it, in the device's words
public record TrustedKey(String accessId, String label) {}
