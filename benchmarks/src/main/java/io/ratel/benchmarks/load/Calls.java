package io.ratel.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.agrona.collections.LongArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Calls that were made and what they took.
 *
 * @param latencies of all calls, in nanoseconds
 * @param perSecond calls answered a second
 */
public record Calls(Samples latencies, double perSecond) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * An open loop: call {@code i} is due at {@code i / perSecond} and is made then, on a virtual
   * thread of its own, whether or not earlier calls have been answered. Its latency counts from the
   * moment it was due, so a stall is seen by every call that it delays.
   *
   * @throws IllegalStateException when a call fails, or has no answer 30 s after the last was due
   */
  public static Calls openLoop(int perSecond, Duration time, Runnable call) {
    int count = Math.toIntExact(perSecond * time.toMillis() / 1_000);
    long[] latencies = new long[count];
    CountDownLatch answered = new CountDownLatch(count);
    AtomicReference<@Nullable RuntimeException> fault = new AtomicReference<>();
    long start = System.nanoTime() + 1_000_000;
    for (int i = 0; i < count; i++) {
      int index = i;
      long due = start + i * 1_000_000_000L / perSecond;
      Pause.preciselyUntil(due);
      Thread.ofVirtual()
          .name("call")
          .start(
              () -> {
                attempt(call, fault);
                latencies[index] = System.nanoTime() - due;
                answered.countDown();
              });
    }
    await(answered, fault, PATIENCE);
    return new Calls(Samples.of(latencies), perSecond(count, start));
  }

  /**
   * A closed loop: each caller, a virtual thread, makes its next call when the last is answered.
   *
   * @throws IllegalStateException when a call fails, or has no answer 30 s after the time is over
   */
  public static Calls closedLoop(int callers, Duration time, Runnable call) {
    LongArrayList[] latencies = new LongArrayList[callers];
    Arrays.setAll(latencies, i -> new LongArrayList());
    CountDownLatch ended = new CountDownLatch(callers);
    AtomicReference<@Nullable RuntimeException> fault = new AtomicReference<>();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    for (LongArrayList own : latencies) {
      Thread.ofVirtual()
          .name("caller")
          .start(
              () -> {
                for (long begun; (begun = System.nanoTime()) < end && fault.get() == null; ) {
                  attempt(call, fault);
                  own.addLong(System.nanoTime() - begun);
                }
                ended.countDown();
              });
    }
    await(ended, fault, time.plus(PATIENCE));
    long[] all = Stream.of(latencies).flatMapToLong(LongArrayList::longStream).toArray();
    return new Calls(Samples.of(all), perSecond(all.length, start));
  }

  private static void attempt(Runnable call, AtomicReference<@Nullable RuntimeException> fault) {
    try {
      call.run();
    } catch (RuntimeException e) {
      fault.compareAndSet(null, e);
    }
  }

  private static void await(
      CountDownLatch latch, AtomicReference<@Nullable RuntimeException> fault, Duration patience) {
    try {
      if (!latch.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(latch.getCount() + " calls were not answered in time");
      }
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    }
    RuntimeException first = fault.get();
    if (first != null) {
      throw new IllegalStateException("a call failed: " + first.getMessage(), first);
    }
  }

  private static double perSecond(int count, long start) {
    return count * 1e9 / (System.nanoTime() - start);
  }
}
