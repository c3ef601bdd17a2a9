package wifisetup.ui.page;

/// Something to ask before it is done.
///
/// @param yes what the button that does it says
/// @param action does it
public record Question(String title, String text, String yes, Runnable action) {
    /// Who asks the person.
    @FunctionalInterface
    public interface Asking {
        /// Asks, over the page that is up; if that changes, nobody is asked any more.
        void ask(Question question);
    }
}
