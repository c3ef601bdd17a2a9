package wifisetup.platform;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.loop.Timer;

/// What the platform wants done, for the program to take. What nobody here can do is answered at once. Any thread.
final class Commands {
    private static final System.Logger LOG = System.getLogger(Commands.class.getName());

    /// Commands that may wait for the program, and as many for the device manager: far more than people give.
    private static final int CAPACITY = 100;

    /// JSON values that a command may hold. A value takes a hundred bytes or so, so that all commands that may
    /// wait are a quarter of the 192 MiB that an appliance has.
    private static final int MOST_VALUES = 2048;

    /// Bad Request, Not Found, Content Too Large, Internal Server Error, Service Unavailable (RFC 9110 sections
    /// 15.5.1, 15.5.5, 15.5.14, 15.6.1, 15.6.4).
    private static final int BAD_REQUEST = 400;

    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final DeviceManager devices;
    private final Exchange exchange;
    private final Timer timer;
    private final Duration timeout;
    private final CommandQueue queue = new CommandQueue(CAPACITY);
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final Semaphore arriving = new Semaphore(CAPACITY);
    private final ExecutorService arrivals = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("platform-arrivals").factory());
    private final ExecutorService subscribers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("platform-commands-", 0).factory());

    /// @param timeout for the answers to what nobody here can do
    Commands(DeviceManager devices, Exchange exchange, Timer timer, Duration timeout) {
        this.devices = devices;
        this.exchange = exchange;
        this.timer = timer;
        this.timeout = timeout;
    }

    /// A command has come. Returns at once.
    void arrived(Message command) {
        if (command.values() > MOST_VALUES) {
            refuse(command, TOO_LARGE, "expected a command of " + MOST_VALUES + " JSON values at most");
        } else if (!arriving.tryAcquire()) {
            refuse(command, UNAVAILABLE, "too many commands arrive");
        } else {
            try {
                arrivals.execute(() -> accept(command));
            } catch (RejectedExecutionException closed) {
                LOG.log(Level.DEBUG, "a command came too late", closed);
            }
        }
    }

    private void accept(Message command) {
        try {
            var device = command.device();
            if (device.isEmpty() || command.service().isEmpty()) {
                refuse(command, BAD_REQUEST, "expected device_url and service_url");
            } else if (devices.get(device.get()).isEmpty()) {
                refuse(command, NOT_FOUND, "there is no such device");
            } else if (queue.offer(command)) {
                refusing.set(false);
            } else {
                refuse(command, UNAVAILABLE, "too many commands wait");
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "the device manager does not say whether there is such a device", failure);
            refuse(command, SERVER_ERROR, "the devices are not known");
        } finally {
            arriving.release();
        }
    }

    Message receive() throws InterruptedException {
        var next = queue.next();
        try {
            return next.get();
        } catch (InterruptedException interrupted) {
            giveUp(next);
            throw interrupted;
        } catch (CancellationException closed) {
            throw new IllegalStateException("the client is closed", closed);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    Optional<Message> receive(Duration limit) throws InterruptedException {
        var next = new CompletableFuture<Message>();
        var end = timer.after(limit, () -> next.completeExceptionally(new TimeoutException()));
        queue.next(next);
        try {
            return Optional.of(next.get());
        } catch (InterruptedException interrupted) {
            giveUp(next);
            throw interrupted;
        } catch (CancellationException closed) {
            throw new IllegalStateException("the client is closed", closed);
        } catch (ExecutionException timedOut) {
            return Optional.empty();
        } finally {
            end.cancel();
        }
    }

    /// The next command goes to somebody else; so does one that has come already.
    private void giveUp(CompletableFuture<Message> next) {
        if (!next.cancel(false) && next.state() == Future.State.SUCCESS) {
            queue.putBack(next.resultNow());
        }
    }

    Subscription subscribe(Consumer<? super Message> consumer) {
        var delivery = new Delivery(consumer);
        try {
            subscribers.execute(delivery::run);
        } catch (RejectedExecutionException closed) {
            throw new IllegalStateException("the client is closed", closed);
        }
        return delivery;
    }

    void close() {
        queue.close();
        arrivals.shutdownNow();
        subscribers.shutdownNow();
    }

    private void refuse(Message command, int status, String why) {
        // Many in a row are one complaint, so that a platform cannot fill the disk.
        var level = refusing.getAndSet(true) ? Level.DEBUG : Level.WARNING;
        LOG.log(level, "a command is refused with {0}: {1}", status, why);
        var json = JsonNodeFactory.instance;
        var _ = exchange.ask(new Request.Response(command, status, json.stringNode(why), json.nullNode()), timeout);
    }

    private final class Delivery implements Subscription {
        private final Consumer<? super Message> consumer;
        private volatile boolean closed;
        private volatile @Nullable CompletableFuture<Message> waiting;

        Delivery(Consumer<? super Message> consumer) {
            this.consumer = consumer;
        }

        void run() {
            try {
                while (!closed) {
                    var next = queue.next();
                    waiting = next;
                    if (closed) {
                        next.cancel(false);
                    }
                    deliver(next.get());
                }
            } catch (CancellationException over) {
                LOG.log(Level.TRACE, "a subscription is over", over);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException broken) {
                LOG.log(Level.ERROR, "a subscription broke", broken);
            }
        }

        @Override
        public void close() {
            closed = true;
            var next = waiting;
            if (next != null) {
                next.cancel(false);
            }
        }

        private void deliver(Message command) {
            try {
                consumer.accept(command);
            } catch (RuntimeException failure) {
                LOG.log(Level.ERROR, "a subscriber failed at a command", failure);
            }
        }
    }
}
