package io.ratel.gateway.quant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.quant.WireJob.State;
import io.ratel.quant.function.Progress;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
  private static final long ANN = 7;
  private static final WireFigures FIGURES =
      new WireFigures(Map.of("price", 1.0), "c", "h", "r", null);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
  private final Jobs patient = new Jobs(now::get, 60_000);
  private final Jobs hasty = new Jobs(now::get, 0);
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void close() {
    gate.countDown();
    patient.close();
    hasty.close();
  }

  private WireFigures afterTheGate(Progress progress) {
    progress.done(0.25);
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new Progress.CancelledException();
    }
    progress.done(0.75);
    return FIGURES;
  }

  /** Starts one that nobody waits for. */
  private Job started(Function<Progress, WireFigures> task) {
    WireJob job = requireNonNull(hasty.compute(ANN, "risk", "var", task).job());
    assertThat(job.area()).isEqualTo("risk");
    return hasty.find(ANN, job.id()).orElseThrow();
  }

  private static RefusedException refusal(Throwable thrown) {
    return (RefusedException) thrown;
  }

  @Test
  void waitsForAShortOneAndForgetsIt() {
    assertThat(patient.compute(ANN, "pricing", "x", progress -> FIGURES)).isSameAs(FIGURES);
    assertThat(patient.of(ANN)).isEmpty();
  }

  @Test
  void tellsWhatAComputationRefuses() {
    RefusedException refused = RefusedException.field(ErrorCode.INVALID_INPUT, "strike", "must be");
    assertThatThrownBy(
            () ->
                patient.compute(
                    ANN,
                    "pricing",
                    "x",
                    progress -> {
                      throw refused;
                    }))
        .isSameAs(refused);
  }

  @Test
  void aLongOneIsAJobThatItsUserAloneSees() {
    Job found = started(this::afterTheGate);
    assertThat(hasty.find(ANN + 1, found.id)).isEmpty();
    assertThat(hasty.of(ANN + 1)).isEmpty();
    assertThat(hasty.of(ANN)).hasSize(1);
    gate.countDown();
    assertThat(found.await(60_000)).isTrue();
    assertThat(found.wire().state()).isEqualTo(State.DONE);
    assertThat(found.wire().progress()).isOne();
    assertThat(found.wire().result()).isSameAs(FIGURES);
    assertThat(hasty.of(ANN).getFirst().result()).as("lists are brief").isNull();
    now.updateAndGet(then -> then.plusSeconds(901));
    assertThat(hasty.find(ANN, found.id)).as("forgotten").isEmpty();
  }

  @Test
  void stopsAtTheNextStepWhenItIsCancelled() {
    Job found = started(this::afterTheGate);
    found.cancel();
    gate.countDown();
    assertThat(found.await(60_000)).isTrue();
    assertThat(found.wire().state()).isEqualTo(State.CANCELED);
    assertThat(found.wire().result()).isNull();
  }

  @Test
  void stopsWhatTakesLongerThanItMay() {
    Job found = started(this::afterTheGate);
    while (found.wire().state() == State.WAITING) {
      Thread.onSpinWait();
    }
    while (found.wire().progress() == 0) {
      Thread.onSpinWait();
    }
    now.updateAndGet(then -> then.plusSeconds(601));
    gate.countDown();
    assertThat(found.await(60_000)).isTrue();
    assertThat(found.wire().state()).isEqualTo(State.FAILED);
    assertThat(requireNonNull(found.wire().error()).code()).isEqualTo(ErrorCode.TIMED_OUT);
  }

  @Test
  void aUserMayHaveEightOpenAndOthersTheirOwn() {
    for (int i = 0; i < Jobs.MAX_OPEN; i++) {
      hasty.compute(ANN, "risk", "var", this::afterTheGate);
    }
    assertThatThrownBy(() -> hasty.compute(ANN, "risk", "var", this::afterTheGate))
        .satisfies(
            thrown -> assertThat(refusal(thrown).code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
    assertThat(hasty.compute(ANN + 1, "risk", "var", this::afterTheGate).job()).isNotNull();
    Job waiting =
        hasty.of(ANN).stream()
            .filter(job -> job.state() == State.WAITING)
            .findFirst()
            .flatMap(job -> hasty.find(ANN, job.id()))
            .orElseThrow();
    waiting.cancel();
    assertThat(waiting.wire().state()).isEqualTo(State.CANCELED);
    assertThat(hasty.compute(ANN, "risk", "var", this::afterTheGate).job()).isNotNull();
  }

  @Test
  void aFaultOfOursIsToldAsOne() {
    Job found =
        started(
            progress -> {
              afterTheGate(progress);
              throw new IllegalStateException("broken");
            });
    gate.countDown();
    assertThat(found.await(60_000)).isTrue();
    assertThat(requireNonNull(found.wire().error()).code()).isEqualTo(ErrorCode.INTERNAL);
  }
}
