package wifisetup.ui.page;

import java.time.InstantSource;
import wifisetup.words.Texts;

/// What every controller works with.
///
/// @param languages lays the choice of a language over the page that is up
public record Context(
        Texts texts,
        Actions actions,
        InstantSource clock,
        Question.Asking asking,
        Runnable languages,
        boolean reducedMotion) {}
