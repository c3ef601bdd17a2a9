package wifisetup.ui;

import java.time.InstantSource;

/// What every controller works with.
record Context(Texts texts, Actions actions, InstantSource clock, Question.Asking asking, boolean reducedMotion) {}
