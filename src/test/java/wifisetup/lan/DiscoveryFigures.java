package wifisetup.lan;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import wifisetup.device.Samples;
import wifisetup.flux.Frame;
import wifisetup.flux.FrameReader;
import wifisetup.flux.FrameWriter;
import wifisetup.flux.Status;

/// How discovery grows with the number of devices; no test, but a benchmark that prints a table. It runs apart
/// from the tests:
///
///     mvn test -Dtest=DiscoveryFigures
///
/// Each device has a socket and an address of its own in 127.0.0.0/8, one of 64 keys, and announces itself each
/// two seconds, spread over them.
class DiscoveryFigures {
    private static final int KEYS = 64;
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration STEADY = Duration.ofSeconds(10);

    private final List<KeyPair> keys = new ArrayList<>();

    @Test
    void figures() throws Exception {
        for (int i = 0; i < KEYS; i++) {
            keys.add(Samples.rsa());
        }
        System.out.println("devices  all found  CPU until then  then: frames/s  CPU share  heap a device  dropped");
        measure(10);
        for (int devices : List.of(10, 100, 1_000, 10_000)) {
            System.out.println(measure(devices));
        }
    }

    private String measure(int devices) throws Exception {
        int port = Appliance.freePort();
        var settings = DiscoverySettings.of(List.of(Appliance.vendorKey()))
                .withPlace(InetAddress.ofLiteral("127.0.0.1"), port);
        var frames = new AtomicLong();
        var all = new CountDownLatch(devices);
        var threads = ManagementFactory.getThreadMXBean();
        long heapBefore = heap();
        try (var crowd = new Crowd(devices, port);
                var discovery = new DeviceDiscovery(settings)) {
            heapBefore = heap();
            var ended = new CompletableFuture<Void>();
            var thread = new Thread(() -> {
                try {
                    discovery.run(
                            new DiscoveryListener() {
                                @Override
                                public void found(Device device) {
                                    all.countDown();
                                }

                                @Override
                                public void updated(Device device) {
                                    frames.incrementAndGet();
                                }
                            },
                            Duration.ofMinutes(5));
                    ended.complete(null);
                } catch (IOException | InterruptedException failed) {
                    ended.completeExceptionally(failed);
                }
            });
            long start = System.nanoTime();
            thread.start();
            crowd.begin();
            if (!all.await(4, TimeUnit.MINUTES)) {
                throw new IllegalStateException(all.getCount() + " devices were not found");
            }
            double found = (System.nanoTime() - start) / 1e9;
            long cpuFound = threads.getThreadCpuTime(thread.threadId());
            long framesFound = frames.get();
            var _ = new CountDownLatch(1).await(STEADY.toMillis(), TimeUnit.MILLISECONDS);
            double seconds = STEADY.toMillis() / 1e3;
            double rate = (frames.get() - framesFound) / seconds;
            double share = (threads.getThreadCpuTime(thread.threadId()) - cpuFound) / 1e7 / seconds;
            double heap = (heap() - heapBefore) / 1024.0 / devices;
            discovery.stop();
            ended.get(30, TimeUnit.SECONDS);
            return "%7d  %7.1f s  %12.2f s  %14.0f  %7.1f %%  %9.1f KB  %s"
                    .formatted(devices, found, cpuFound / 1e9, rate, share, heap, discovery.dropped());
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// Devices that do nothing but be there.
    private final class Crowd implements AutoCloseable {
        private final List<Member> members = new ArrayList<>();
        private final Selector selector = Selector.open();
        private final InetSocketAddress listener;
        private volatile boolean closed;

        private record Member(DatagramChannel channel, ByteBuffer heartbeat, ByteBuffer introduction) {}

        Crowd(int devices, int port) throws IOException {
            listener = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
            for (int i = 0; i < devices; i++) {
                members.add(member(i, port));
            }
        }

        private Member member(int number, int port) throws IOException {
            // Neither .0 nor .255: some kernels take these for broadcasts.
            var address =
                    InetAddress.getByAddress(new byte[] {127, 1, (byte) (number / 254), (byte) (1 + number % 254)});
            var channel = DatagramChannel.open(java.net.StandardProtocolFamily.INET);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(address, port));
            channel.configureBlocking(false);
            var frames = new SignedFrames(new UUID(1, number), "S%09d".formatted(number), keys.get(number % KEYS));
            var status = new Status(1_700_000_000, 16, 0.5f, "", "");
            var member = new Member(
                    channel,
                    ByteBuffer.wrap(FrameWriter.write(frames.heartbeat(number, status))),
                    ByteBuffer.wrap(FrameWriter.write(frames.introduction("Device " + number))));
            channel.register(selector, SelectionKey.OP_READ, member);
            return member;
        }

        void begin() {
            Thread.ofPlatform().daemon().name("answers").start(this::answer);
            Thread.ofPlatform().daemon().name("heartbeats").start(this::announce);
        }

        private void announce() {
            long period = PERIOD.toNanos();
            long start = System.nanoTime();
            for (long round = 0; !closed; round++) {
                for (int i = 0; i < members.size() && !closed; i++) {
                    long due = start + round * period + period * i / members.size();
                    java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
                    send(members.get(i).channel(), members.get(i).heartbeat(), listener);
                }
            }
        }

        private void answer() {
            var buffer = ByteBuffer.allocate(Frame.MAXIMUM_BYTES);
            while (!closed) {
                try {
                    selector.select(key -> {
                        if (key.attachment() instanceof Member member) {
                            reply(member, buffer.clear());
                        }
                    });
                } catch (IOException | java.nio.channels.ClosedSelectorException _) {
                    return;
                }
            }
        }

        private void reply(Member member, ByteBuffer buffer) {
            try {
                var from = member.channel().receive(buffer);
                if (from != null && FrameReader.read(buffer.array(), buffer.position()) instanceof Frame.Touch) {
                    send(member.channel(), member.introduction(), from);
                }
            } catch (IOException _) {
                // It is asked again.
            }
        }

        private static void send(DatagramChannel channel, ByteBuffer frame, java.net.SocketAddress to) {
            try {
                channel.send(frame.duplicate(), to);
            } catch (IOException _) {
                // The next one may come through.
            }
        }

        @Override
        public void close() throws IOException {
            closed = true;
            selector.wakeup();
            for (var member : members) {
                member.channel().close();
            }
            selector.close();
        }
    }
}
