package wifisetup;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.hotspot.Hotspot;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotState;
import wifisetup.loop.Cancellation;
import wifisetup.network.Failure;

/// The hotspot of the radio that is in use when a session begins: a program that began with a simulated radio may be
/// given the real one while it runs.
final class FollowingHotspot implements Hotspot {
    private final BooleanSupplier simulated;
    private final Hotspot demo;
    private final Real real;
    private @Nullable Hotspot opened;

    /// Makes the hotspot of the real radio, once it is needed.
    @FunctionalInterface
    interface Real {
        Optional<Hotspot> open() throws StartException;
    }

    FollowingHotspot(BooleanSupplier simulated, Hotspot demo, Real real) {
        this.simulated = simulated;
        this.demo = demo;
        this.real = real;
    }

    @Override
    public HotspotEnd run(HotspotRequest request, Cancellation cancellation, Consumer<? super HotspotState> progress)
            throws InterruptedException {
        if (simulated.getAsBoolean()) {
            return demo.run(request, cancellation, progress);
        }
        try {
            if (opened == null) {
                opened = real.open().orElse(demo);
            }
            return opened.run(request, cancellation, progress);
        } catch (StartException lacking) {
            return new HotspotEnd.Failed(new Failure.Other(String.valueOf(lacking.getMessage())));
        }
    }
}
