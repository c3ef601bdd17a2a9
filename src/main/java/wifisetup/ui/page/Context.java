package wifisetup.ui.page;

import java.time.InstantSource;
import wifisetup.words.Texts;

/// What every controller works with.
public record Context(
        Texts texts, Actions actions, InstantSource clock, Question.Asking asking, boolean reducedMotion) {}
