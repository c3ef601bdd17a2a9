package wifisetup.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final int QUIET_ZONE = 4;
    /// Modules of a finder pattern (ISO/IEC 18004, 6.3.3): a dark frame of 7, light of 5, dark of 3.
    private static final int FINDER = 7;

    @BeforeAll
    static void startJavaFx() throws Exception {
        var up = new CompletableFuture<Void>();
        try {
            Platform.startup(() -> up.complete(null));
        } catch (IllegalStateException running) {
            Platform.runLater(() -> up.complete(null));
        }
        Platform.setImplicitExit(false);
        up.get(30, TimeUnit.SECONDS);
    }

    @Test
    void everyModuleIsAWholeNumberOfPixelsWithAQuietZoneAround() throws Exception {
        var drawn = new CompletableFuture<PixelReader>();
        var code = new QrCode();
        Platform.runLater(() -> {
            code.setContent("http://portal.example/");
            code.resize(204, 204);
            new Scene(code, 204, 204, Color.RED);
            code.layout();
            drawn.complete(code.snapshot(null, null).getPixelReader());
        });
        var pixels = drawn.get(30, TimeUnit.SECONDS);
        int module = 204 / code.modules();
        int left = (204 - module * code.modules()) / 2;
        int finder = left + QUIET_ZONE * module;
        int middle = finder + FINDER * module / 2;
        assertThat(row(pixels, middle, left, QUIET_ZONE * module)).containsOnly(Color.WHITE);
        assertThat(row(pixels, middle, finder, module)).containsOnly(Color.BLACK);
        assertThat(row(pixels, middle, finder + module, module)).containsOnly(Color.WHITE);
        assertThat(row(pixels, middle, finder + 2 * module, 3 * module)).containsOnly(Color.BLACK);
        assertThat(row(pixels, finder, finder, FINDER * module)).containsOnly(Color.BLACK);
    }

    private static Color[] row(PixelReader pixels, int y, int x, int width) {
        var colours = new Color[width];
        for (int i = 0; i < width; i++) {
            colours[i] = pixels.getColor(x + i, y);
        }
        return colours;
    }
}
