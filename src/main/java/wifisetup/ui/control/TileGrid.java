package wifisetup.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;

/// Lays its children out as tiles of one size: as many side by side as have room, at most [#MOST_COLUMNS].
public final class TileGrid extends EmPane {
    private static final int MOST_COLUMNS = 3;
    private static final double GAP_EM = 0.75;

    private double leastWidthEm = 16;

    /// An empty grid.
    public TileGrid() {
        getStyleClass().add("tile-grid");
    }

    /// How narrow a tile may be, in em.
    public double getLeastWidthEm() {
        return leastWidthEm;
    }

    /// See [#getLeastWidthEm()].
    public void setLeastWidthEm(double width) {
        leastWidthEm = width;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return leastWidthEm * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        int count = getManagedChildren().size();
        if (count == 0) {
            return 0;
        }
        double available = width < 0 ? prefWidth(-1) : width;
        int rows = (count + columns(available) - 1) / columns(available);
        return rows * rowHeight(available) + (rows - 1) * gap();
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double tile = tileWidth(getWidth());
        double height = rowHeight(getWidth());
        int i = 0;
        for (Node child : getManagedChildren()) {
            double x = (i % columns) * (tile + gap());
            int row = i / columns;
            double y = row * (height + gap());
            child.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(tile), height);
            i++;
        }
    }

    private int columns(double width) {
        int fitting = (int) ((width + gap()) / (leastWidthEm * em() + gap()));
        return Math.clamp(fitting, 1, Math.clamp(getManagedChildren().size(), 1, MOST_COLUMNS));
    }

    private double tileWidth(double width) {
        int columns = columns(width);
        return Math.floor((width - (columns - 1) * gap()) / columns);
    }

    private double rowHeight(double width) {
        double tile = tileWidth(width);
        return snapSizeY(getManagedChildren().stream()
                .mapToDouble(child -> child.prefHeight(tile))
                .max()
                .orElse(0));
    }

    private double gap() {
        return GAP_EM * em();
    }
}
