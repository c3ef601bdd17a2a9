package wifisetup.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The machine of these tests keeps each event as its state, and wants done what the event brings along.
class LoopTest {
    private static final int LIMIT_SECONDS = 20;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<Loop<?, ?, ?>> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        opened.forEach(Loop::close);
    }

    static Stream<Throwable> whatAnEffectMayThrow() {
        return Stream.of(
                new IllegalStateException("a defect"),
                new IOException("a disk"),
                new InterruptedException("a wait"),
                new NoClassDefFoundError("a jar"),
                new StackOverflowError("a depth"),
                new AssertionError("a certainty"));
    }

    @ParameterizedTest
    @MethodSource("whatAnEffectMayThrow")
    void anEffectThatThrowsBecomesAnEvent(Throwable thrown) throws Exception {
        for (boolean ordered : new boolean[] {true, false}) {
            var loop = open((_, _) -> sneak(thrown));

            loop.submit(event("ask", ordered ? new Ordered("try") : new Free("try")));

            assertThat(next()).isEqualTo("ask");
            assertThat(next()).isEqualTo("ask, failed: try, " + thrown.getMessage());
        }
    }

    @Test
    void orderedEffectsKeepTheirOrderAcrossSteps() throws Exception {
        var done = new LinkedBlockingQueue<String>();
        var loop = open((effect, _) -> done.add(effect.name()));

        IntStream.range(0, 500).forEach(i -> loop.submit(event("e" + i, new Ordered(i + "a"), new Ordered(i + "b"))));

        for (int i = 0; i < 500; i++) {
            assertThat(done.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(i + "a");
            assertThat(done.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(i + "b");
        }
    }

    @Test
    void otherEffectsRunBesideEachOtherAndBesideTheOrderedOnes() throws Exception {
        var meeting = new CyclicBarrier(3);
        var loop = open((effect, reply) -> {
            meeting.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            reply.accept(event(effect.name() + " met the others"));
        });

        loop.submit(event("go", new Free("one"), new Free("two"), new Ordered("three")));

        assertThat(next()).isEqualTo("go");
        next();
        next();
        assertThat(next()).contains("one met the others", "two met the others", "three met the others");
    }

    @Test
    void aMachineThatThrowsLosesNeitherTheLoopNorTheState() throws Exception {
        var loop = open((_, _) -> {});

        loop.submit(event("before"));
        loop.submit(event("throw"));
        loop.submit(event("after"));

        assertThat(next()).isEqualTo("before");
        assertThat(next()).isEqualTo("before, after");
    }

    @Test
    void anObserverSeesThePresentStateFirstAndThenEachOtherOneInOrder() throws Exception {
        var loop = open((_, _) -> {});
        loop.submit(event("a"));
        assertThat(next()).isEqualTo("a");

        var late = new LinkedBlockingQueue<String>();
        loop.observe(Runnable::run, late::add);
        loop.submit(event("b"));
        loop.submit(event("same"));
        loop.submit(event("c"));

        assertThat(late.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("a");
        assertThat(late.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("a, b");
        assertThat(late.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("a, b, c");
        assertThat(loop.state()).isEqualTo("a, b, c");
    }

    @Test
    void anObserverThatThrowsHarmsNoOtherOne() throws Exception {
        var loop = open((_, _) -> {});
        var last = new LinkedBlockingQueue<String>();
        loop.observe(Runnable::run, _ -> {
            throw new IllegalStateException("an observer's defect");
        });
        loop.observe(Runnable::run, last::add);

        loop.submit(event("a"));

        assertThat(last.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEmpty();
        assertThat(last.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("a");
        assertThat(next()).isEqualTo("a");
    }

    @Test
    void closeInterruptsEffectsAndWhatIsSubmittedAfterItIsDropped() throws Exception {
        var begun = new CountDownLatch(2);
        var interrupted = new CountDownLatch(2);
        var loop = open((_, _) -> {
            begun.countDown();
            try {
                new CompletableFuture<Void>().get();
            } catch (InterruptedException end) {
                interrupted.countDown();
                throw end;
            }
        });
        loop.submit(event("work", new Free("one"), new Ordered("two")));
        assertThat(next()).isEqualTo("work");
        assertThat(begun.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();

        loop.close();
        loop.submit(event("too late"));

        assertThat(interrupted.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(loop.state()).isEqualTo("work");
        assertThat(heard).isEmpty();
    }

    private Loop<String, Event, Wish> open(Effects<Wish, Event> effects) throws InterruptedException {
        var loop = new Loop<String, Event, Wish>(
                "test",
                LoopTest::decide,
                "",
                effects,
                (wish, thrown) -> event("failed: " + wish.name() + ", " + thrown.getMessage()));
        opened.add(loop);
        loop.observe(Runnable::run, state -> heard.add(state));
        assertThat(next()).isEmpty();
        return loop;
    }

    private static Step<String, Wish> decide(String state, Event event) {
        return switch (event.name()) {
            case "throw" -> throw new IllegalStateException("the machine's defect");
            case "same" -> Step.to(state);
            default -> new Step<>(state.isEmpty() ? event.name() : state + ", " + event.name(), event.wishes());
        };
    }

    private String next() throws InterruptedException {
        var state = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(state).as("a state within %s s", LIMIT_SECONDS).isNotNull();
        return state;
    }

    private static Event event(String name, Wish... wishes) {
        return new Event(name, Arrays.asList(wishes));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private record Event(String name, List<Wish> wishes) {}

    private sealed interface Wish {
        String name();
    }

    private record Free(String name) implements Wish {}

    private record Ordered(String name) implements Wish, InOrder {}
}
