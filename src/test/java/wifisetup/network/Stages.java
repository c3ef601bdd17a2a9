package wifisetup.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Keeps the stages that a join tells, and answers when one is told. Any thread.
public final class Stages implements Consumer<JoinStage> {
    private final List<JoinStage> told = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();

    @Override
    public void accept(JoinStage stage) {
        synchronized (told) {
            told.add(stage);
            wishes.removeIf(wish -> wish.stage == stage && wish.answer.complete(stage));
        }
    }

    /// Done when `stage` was told.
    public CompletableFuture<JoinStage> reached(JoinStage stage) {
        synchronized (told) {
            if (told.contains(stage)) {
                return CompletableFuture.completedFuture(stage);
            }
            var wish = new Wish(stage, new CompletableFuture<>());
            wishes.add(wish);
            return wish.answer;
        }
    }

    /// What was told so far, oldest first.
    public List<JoinStage> told() {
        synchronized (told) {
            return List.copyOf(told);
        }
    }

    private record Wish(JoinStage stage, CompletableFuture<JoinStage> answer) {}
}
