package wifisetup.ui.form;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/// Buttons of which exactly one is chosen, each standing for a value.
///
/// @param <T> the values
public final class Choice<T> {
    private final Map<ToggleButton, T> values = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final T first;

    /// A choice without buttons yet, of which the one for `first` will be chosen.
    public Choice(T first) {
        this.first = first;
        // A second tap on the chosen one must not take it away.
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
    }

    /// This choice, with one more button.
    public Choice<T> with(ToggleButton button, T value) {
        values.put(button, value);
        button.setToggleGroup(group);
        button.setSelected(value.equals(first));
        return this;
    }

    /// The value of the button that is chosen.
    public T value() {
        return group.getSelectedToggle() instanceof ToggleButton chosen ? values.getOrDefault(chosen, first) : first;
    }

    /// Chooses the button of that value.
    public void choose(T value) {
        values.forEach((button, standsFor) -> {
            if (standsFor.equals(value)) {
                button.setSelected(true);
            }
        });
    }

    /// Runs `action` now, and whenever another button is chosen.
    public void subscribe(Runnable action) {
        group.selectedToggleProperty().subscribe(_ -> action.run());
    }
}
