package wifisetup.ui.page;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.network.Country;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.TapBox;
import wifisetup.ui.view.Page;
import wifisetup.words.Wording;

/// In which country is the device? The country of the screen's language stands first.
final class CountryController implements PageController<Page.Country> {
    private final Context context;
    private final Wording wording;

    @FXML
    private PageFrame frame;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox list;

    CountryController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    @FXML
    void initialize() {
        list.getChildren()
                .setAll(countries(context.texts().locale()).stream()
                        .map(this::row)
                        .toList());
    }

    @Override
    public void show(Page.Country page) {
        frame.setAlarming(page.trouble().isPresent());
        frame.setSubtitle(page.trouble()
                .map(wording::sentence)
                .orElseGet(() -> context.texts().get("country.why")));
        list.setDisable(false);
    }

    @Override
    public void enter() {
        scroll.setVvalue(0);
    }

    /// All countries by name, the locale's own before them.
    static List<Country> countries(Locale locale) {
        var byName = Comparator.comparing((Country country) -> name(country, locale), Collator.getInstance(locale));
        var all = Stream.of(Locale.getISOCountries()).map(Country::new).sorted(byName);
        return Stream.concat(
                        Stream.of(locale.getCountry())
                                .filter(List.of(Locale.getISOCountries())::contains)
                                .map(Country::new),
                        all)
                .distinct()
                .toList();
    }

    private static String name(Country country, Locale locale) {
        return Locale.of("", country.code()).getDisplayCountry(locale);
    }

    private TapBox row(Country country) {
        var label = new Label(name(country, context.texts().locale()));
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        var row = new TapBox();
        row.getStyleClass().add("row");
        row.getChildren().add(label);
        row.setAccessibleText(label.getText());
        row.setOnTap(() -> choose(country));
        return row;
    }

    private void choose(Country country) {
        frame.setAlarming(false);
        frame.setSubtitle(context.texts().get("country.wait"));
        list.setDisable(true);
        context.actions().join(new JoinEvent.CountrySaid(country));
    }

    @FXML
    void back() {
        context.actions().join(new JoinEvent.Back(Draft.NONE));
    }
}
