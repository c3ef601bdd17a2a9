package wifisetup.setup;

import java.time.Duration;
import java.util.Optional;

/// How a set-up begins, with a panel of our own, with another program's screen, or with none.
final class Launch {
    /// How long another program may take to say that it has a screen.
    static final Duration SCREEN_WAIT = Duration.ofSeconds(1);

    private final SetupRules rules;

    Launch(SetupRules rules) {
        this.rules = rules;
    }

    /// Lets a set-up begin: the selection, and without a panel whoever can do without one.
    Turn begin(Turn turn) {
        return activateUnattended(
                turn.phase(new Phase.Selecting(Optional.empty())).announce(new Announcement.Launched()));
    }

    /// Goes on without a person at a panel: on another screen, or with the first client that needs no input.
    Turn activateUnattended(Turn turn) {
        if (rules.panel()) {
            return turn;
        }
        return switch (turn.state().otherScreen()) {
            case OtherScreen.Unasked _ -> askForScreen(turn);
            case OtherScreen.Asked _, OtherScreen.Present _ -> turn;
            case OtherScreen.Absent _ -> activateFirst(turn);
        };
    }

    /// Takes in what is known of other screens now.
    Turn screenKnown(Turn turn, OtherScreen known) {
        if (rules.panel()) {
            return turn;
        }
        turn.state(turn.state().with(known));
        boolean waiting = turn.state().phase() instanceof Phase.Selecting(var trouble) && trouble.isEmpty();
        return waiting ? activateUnattended(turn) : turn;
    }

    private static Turn askForScreen(Turn turn) {
        long timer = turn.startTimer(SCREEN_WAIT);
        return turn.state(turn.state().with(new OtherScreen.Asked(timer))).announce(new Announcement.ScreenWanted());
    }

    private static Turn activateFirst(Turn turn) {
        return turn.state().clients().stream()
                .filter(client -> !client.requiresInput())
                .findFirst()
                .map(client -> Registry.activate(turn.announce(new Announcement.SetActive(client)), client))
                .orElse(turn);
    }
}
