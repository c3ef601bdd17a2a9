package wifisetup.setup.bus;

import wifisetup.message.Message;
import wifisetup.setup.Asker;

/// Somebody on the bus, known by the request: what answers it carries that request's context.
record BusAsker(Message request) implements Asker {}
