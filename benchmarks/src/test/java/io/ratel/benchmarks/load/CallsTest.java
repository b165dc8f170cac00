package io.ratel.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  @Test
  void anOpenLoopMakesItsCallsThoughNoneHasBeenAnswered() {
    CountDownLatch all = new CountDownLatch(100);
    Calls calls =
        Calls.openLoop(
            1_000,
            SHORT,
            () -> {
              all.countDown();
              await(all); // a loop that waited for an answer would never make the second call
            });
    assertThat(calls.latencies().count()).isEqualTo(100);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void inAClosedLoopACallerHasOneCallUnderWay() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger made = new AtomicInteger();
    Calls calls =
        Calls.closedLoop(
            3,
            SHORT,
            () -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              Thread.yield();
              underWay.decrementAndGet();
              made.incrementAndGet();
            });
    assertThat(most.get()).isBetween(1, 3);
    assertThat(calls.latencies().count()).isEqualTo(made.get());
  }

  @Test
  void aCallThatFailsFailsTheLoop() {
    Runnable refused =
        () -> {
          throw new IllegalStateException("no funds");
        };
    assertThatThrownBy(() -> Calls.openLoop(1_000, SHORT, refused))
        .hasMessage("a call failed: no funds");
    assertThatThrownBy(() -> Calls.closedLoop(2, SHORT, refused))
        .hasMessage("a call failed: no funds");
  }
}
