package wifisetup.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Writes pictures of the window, numbered in the order in which they were taken.
final class Pictures implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Pictures.class.getName());

    private final Path folder;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("pictures").factory());
    private int taken;

    /// @param folder where the pictures go; made when the first is written
    Pictures(Path folder) {
        this.folder = folder;
    }

    /// Takes a picture of what the scene shows now, and writes it as `NN-name.png`, later. JavaFX application thread.
    void take(Scene scene, String name) {
        taken++;
        var file = folder.resolve("%02d-%s.png".formatted(taken, name));
        var image = scene.snapshot(null);
        writer.execute(() -> write(image, file));
    }

    private static void write(WritableImage image, Path file) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(toAwt(image), "png", file.toFile());
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "no picture: " + file + " cannot be written", failure);
        }
    }

    private static BufferedImage toAwt(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    /// Waits until all pictures are written.
    @Override
    public void close() {
        writer.close();
    }
}
