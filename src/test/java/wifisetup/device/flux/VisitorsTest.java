package wifisetup.device.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class VisitorsTest {
    private final Visitors<String> visitors = new Visitors<>(4);

    private static InetAddress at(String address) {
        return InetAddress.ofLiteral(address);
    }

    @Test
    void whoeverHasMostSessionsGoesFirst() {
        visitors.enter(at("10.0.0.1"), "technician");
        visitors.enter(at("10.0.0.2"), "one of many");
        visitors.enter(at("10.0.0.2"), "two of many");
        visitors.enter(at("10.0.0.2"), "three of many");
        assertThat(visitors.enter(at("10.0.0.3"), "newcomer")).hasValue("one of many");
        assertThat(visitors.all()).contains("technician", "newcomer");
    }

    @Test
    void theAddressesOfOneIpv6NetworkAreOneOrigin() {
        visitors.enter(at("fe80::1"), "a");
        visitors.enter(at("10.0.0.1"), "technician");
        visitors.enter(at("fe80::2"), "b");
        visitors.enter(at("fe80::3"), "c");
        assertThat(visitors.enter(at("10.0.0.3"), "newcomer")).hasValue("a");
    }

    @Test
    void whoeverTypesAPasswordIsNotShutOutByThoseWhoSayNothing() {
        visitors.enter(at("10.0.0.1"), "technician");
        visitors.promote("technician", Visitors.Rank.NAMED);
        for (int i = 2; i < 100; i++) {
            visitors.enter(at("10.0.0." + i), "alias " + i);
        }
        assertThat(visitors.all()).contains("technician");
    }

    @Test
    void whoeverShowsManyKeysShutsOutNobody() {
        for (int i = 1; i <= 4; i++) {
            visitors.enter(at("10.0.0.1"), "many " + i);
            visitors.promote("many " + i, Visitors.Rank.NAMED);
        }
        assertThat(visitors.enter(at("10.0.0.2"), "newcomer")).hasValue("many 1");
        assertThat(visitors.enter(at("10.0.0.1"), "many 5")).hasValue("many 2");
        assertThat(visitors.enter(at("10.0.0.1"), "many 6")).hasValue("many 5");
        assertThat(visitors.all()).contains("newcomer");
    }

    @Test
    void managersStay() {
        for (int i = 1; i <= 4; i++) {
            visitors.enter(at("10.0.0." + i), "manager " + i);
            visitors.promote("manager " + i, Visitors.Rank.MANAGER);
        }
        assertThat(visitors.enter(at("10.0.0.9"), "newcomer")).hasValue("newcomer");
        visitors.leave("manager 1");
        assertThat(visitors.enter(at("10.0.0.9"), "newcomer")).isEmpty();
    }
}
