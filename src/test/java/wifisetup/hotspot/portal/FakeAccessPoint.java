package wifisetup.hotspot.portal;

import java.net.Inet4Address;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.network.Failure;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.hosted.AccessPointNews;
import wifisetup.network.hosted.AccessPointOffer;

/// An access point that writes down when it opens and closes, and fails when a test wants it.
final class FakeAccessPoint implements AccessPoint {
    private final List<String> diary;
    private final Queue<Failure> refusals = new ConcurrentLinkedQueue<>();
    private volatile boolean hangs;
    private volatile boolean losesAtOnce;
    private volatile @Nullable Consumer<? super AccessPointNews> news;
    private volatile @Nullable AccessPointOffer offer;
    private final CountDownLatch hanging = new CountDownLatch(1);

    FakeAccessPoint(List<String> diary) {
        this.diary = diary;
    }

    /// The next opening fails so.
    void refuse(Failure failure) {
        refusals.add(failure);
    }

    /// Opening never ends from now on.
    void hang() {
        hangs = true;
    }

    /// The next one is gone before its page is there.
    void loseAtOnce() {
        losesAtOnce = true;
    }

    /// Returns when somebody waits for the opening that never ends.
    void awaitHanging() throws InterruptedException {
        hanging.await();
    }

    void tell(AccessPointNews told) {
        var listener = news;
        if (listener == null) {
            throw new IllegalStateException("nothing is open");
        }
        listener.accept(told);
    }

    @Nullable
    AccessPointOffer offer() {
        return offer;
    }

    @Override
    public Opened open(AccessPointOffer wanted, Consumer<? super AccessPointNews> listener)
            throws WifiException, InterruptedException {
        if (hangs) {
            hanging.countDown();
            new CountDownLatch(1).await();
        }
        var refusal = refusals.poll();
        if (refusal != null) {
            diary.add("access point refused");
            throw new WifiException(refusal);
        }
        diary.add("access point open");
        offer = wanted;
        news = listener;
        if (losesAtOnce) {
            losesAtOnce = false;
            listener.accept(new AccessPointNews.Lost(new Failure.Other("at once")));
        }
        return new Opened() {
            @Override
            public Inet4Address gateway() {
                return wanted.gateway();
            }

            @Override
            public void close() {
                diary.add("access point closed");
            }
        };
    }

    @Override
    public void deleteLeftovers(Ssid ssid) {
        // It leaves nothing.
    }
}
