package wifisetup.device.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.Test;
import wifisetup.device.Activity;
import wifisetup.device.DeviceName;
import wifisetup.device.Samples;

class AdvertTest {
    private static Advert named(String name) {
        return new Advert(
                Samples.KITCHEN,
                new DeviceName(name),
                "1.0",
                new Activity.Idle(),
                List.of(InetAddress.ofLiteral("192.0.2.1")),
                1901);
    }

    @Test
    void aNameWithDotsIsOneLabelAndStandsAsItIsInTheText() {
        var advert = named("Raspberry Pi 4 Model B Rev 1.4 9ab2");
        var service = ServiceInfo.create("_wifi-setup._tcp.local.", advert.instance(), 1901, 0, 0, advert.text());
        assertThat(service.getQualifiedName()).isEqualTo("Raspberry Pi 4 Model B Rev 1-4 9ab2._wifi-setup._tcp.local.");
        assertThat(service.getType()).isEqualTo("_wifi-setup._tcp.local.");
        assertThat(service.getPropertyString("name")).isEqualTo("Raspberry Pi 4 Model B Rev 1.4 9ab2");
    }

    @Test
    void whatTheDeviceIsAtAloneIsNoOtherPlace() {
        assertThat(named("Kitchen").hasPlaceOf(named("Kitchen"))).isTrue();
        assertThat(named("Kitchen").hasPlaceOf(named("Pantry"))).isFalse();
    }
}
