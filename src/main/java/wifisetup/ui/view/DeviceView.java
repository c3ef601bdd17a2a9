package wifisetup.ui.view;

import wifisetup.device.DeviceState;

/// What the screen knows of the device itself.
///
/// @param place which of its pages the person has opened
/// @param version of this program, for people
public record DeviceView(DeviceState state, DevicePlace place, String version) {}
