package wifisetup.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import wifisetup.secret.Secret;

/// A terminal that keeps what is printed, with somebody who types what a test says. Any thread.
final class RecordedTerminal implements Terminal {
    private final List<String> answers = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final Deque<String> input = new ArrayDeque<>();

    private record Wish(String part, CompletableFuture<String> line) {
        boolean isGrantedBy(String printed) {
            return printed.contains(part) && line.complete(printed);
        }
    }

    /// Lets somebody type these when asked, then nothing.
    RecordedTerminal typing(String... secrets) {
        typed.addAll(List.of(secrets));
        return this;
    }

    /// Puts these lines on standard input.
    RecordedTerminal withInput(String... secrets) {
        input.addAll(List.of(secrets));
        return this;
    }

    @Override
    public synchronized boolean answer(String line) {
        answers.add(line);
        wishes.removeIf(wish -> wish.isGrantedBy(line));
        return true;
    }

    @Override
    public synchronized void tell(String line) {
        told.add(line);
        wishes.removeIf(wish -> wish.isGrantedBy(line));
    }

    @Override
    public synchronized Optional<Secret> ask(String question) {
        questions.add(question);
        return Optional.ofNullable(typed.poll()).map(Secret::new);
    }

    @Override
    public synchronized Optional<Secret> readSecret() {
        return Optional.ofNullable(input.poll()).map(Secret::new);
    }

    /// Done when a line with that in it is printed.
    synchronized CompletableFuture<String> whenPrinted(String part) {
        var wish = new Wish(part, new CompletableFuture<>());
        wishes.add(wish);
        return wish.line();
    }

    synchronized List<String> answers() {
        return List.copyOf(answers);
    }

    synchronized String answer() {
        return String.join("\n", answers);
    }

    synchronized List<String> told() {
        return List.copyOf(told);
    }

    synchronized List<String> questions() {
        return List.copyOf(questions);
    }

    /// All that anybody sees.
    synchronized String everything() {
        return String.join(
                "\n", Stream.of(answers, told, questions).flatMap(List::stream).toList());
    }
}
