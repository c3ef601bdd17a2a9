/// The WiFi Setup Kiosk: first-boot network set-up on a touch panel.
module wifisetup {
    requires com.hivemq.client.mqtt;
    requires com.samskivert.jmustache;
    requires info.picocli;
    requires io.nayuki.qrcodegen;
    requires io.netty.common;
    requires io.netty.transport;
    requires io.reactivex.rxjava2;
    requires java.desktop;
    requires java.logging;
    requires java.management;
    requires java.net.http;
    requires java.sql;
    requires javafx.controls;
    requires javafx.fxml;
    requires javax.jmdns;
    requires jdk.httpserver;
    requires org.freedesktop.dbus;
    requires org.java_websocket;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.slf4j;
    requires static org.jspecify;
    requires org.xerial.sqlitejdbc;
    requires transitive tools.jackson.databind;

    exports wifisetup.loop;
    exports wifisetup.platform;
    exports wifisetup.platform.http;
    exports wifisetup.platform.log;
    exports wifisetup.platform.sqlite;
    exports wifisetup.secret;

    uses wifisetup.platform.TransportProvider;

    provides wifisetup.platform.TransportProvider with
            wifisetup.platform.mqtt.MqttTransports,
            wifisetup.platform.websocket.WebSocketTransports;

    exports wifisetup.lan;

    opens wifisetup.cli to
            info.picocli;
    // A skin is named in the style sheet.
    opens wifisetup.ui.control to
            javafx.controls,
            javafx.fxml;
    opens wifisetup.ui.page to
            javafx.fxml;
}
