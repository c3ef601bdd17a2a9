package wifisetup.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wifisetup.network.Network;
import wifisetup.ui.view.Samples;

class RowOrderTest {
    private static final Instant NOW = Samples.NOW;
    private static final List<Network> HEARD = Samples.many(4);
    private static final Network A = HEARD.get(0);
    private static final Network B = HEARD.get(1);
    private static final Network C = HEARD.get(2);
    private static final Network D = HEARD.get(3);

    private final RowOrder order = RowOrder.EMPTY.heard(List.of(A, B, C), NOW);

    @Test
    void anUntouchedListFollowsWhatIsHeard() {
        assertThat(order.heard(List.of(C, A), NOW).rows()).containsExactly(C, A);
    }

    @Test
    void aTouchedListKeepsEachRowInItsPlaceAndAddsNewOnesLast() {
        assertThat(order.press().heard(List.of(D, C, A), NOW).rows()).containsExactly(A, B, C, D);
    }

    @Test
    void aTouchedListShowsTheNewestStrength() {
        var weaker = new Network(A.id(), 3, A.band(), false, false, A.obstacle());
        assertThat(order.press().heard(List.of(B, weaker), NOW).rows()).containsExactly(weaker, B, C);
    }

    @Test
    void rowsRestForASecondAfterTheFingerHasLeft() {
        var released = order.press().heard(List.of(C, B), NOW).release(NOW);
        assertThat(released.at(NOW.plus(RowOrder.REST).minusMillis(1)).rows()).containsExactly(A, B, C);
        assertThat(released.at(NOW.plus(RowOrder.REST)).rows()).containsExactly(C, B);
    }

    @Test
    void rowsRestForASecondAfterTheListHasScrolled() {
        var scrolled = order.scroll(NOW).heard(List.of(C), NOW.plusMillis(999));
        assertThat(scrolled.rows()).containsExactly(A, B, C);
        assertThat(scrolled.at(NOW.plus(Duration.ofSeconds(1))).rows()).containsExactly(C);
    }

    @Test
    void rowsStayAsLongAsTheFingerDoes() {
        assertThat(order.press().heard(List.of(C), NOW).at(NOW.plusSeconds(60)).rows())
                .containsExactly(A, B, C);
    }
}
