package io.ratel.gateway.quant;

import io.ratel.gateway.operation.ErrorBody;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.quant.WireJob.State;
import io.ratel.quant.function.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One computation: run by one thread, watched and cancelled by any. */
final class Job implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  final String id;
  final long userId;
  private final String area;
  private final String name;
  private final Function<Progress, WireFigures> task;
  private final InstantSource clock;
  private final long maxMs;
  private final Instant createdAt;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile double progress;
  private volatile boolean unwanted;
  private State state = State.WAITING;
  private @Nullable Instant endedAt;
  private @Nullable WireFigures result;
  private @Nullable RefusedException refused;

  Job(
      String id,
      long userId,
      String area,
      String name,
      Function<Progress, WireFigures> task,
      InstantSource clock,
      long maxMs) {
    this.id = id;
    this.userId = userId;
    this.area = area;
    this.name = name;
    this.task = task;
    this.clock = clock;
    this.maxMs = maxMs;
    this.createdAt = clock.instant();
  }

  @Override
  public void run() {
    if (!starts()) {
      return;
    }
    long deadline = clock.millis() + maxMs;
    try {
      WireFigures figures = task.apply(part -> step(part, deadline));
      ends(State.DONE, figures, null);
    } catch (Progress.CancelledException e) {
      ends(State.CANCELED, null, null);
    } catch (RefusedException e) {
      ends(State.FAILED, null, e);
    } catch (RuntimeException | Error e) {
      LOG.atError().setCause(e).log("{}/{} failed", area, name);
      ends(State.FAILED, null, fault());
    }
  }

  private static RefusedException fault() {
    return RefusedException.of(ErrorCode.INTERNAL, "the fault is ours; the log tells more");
  }

  private void step(double part, long deadline) {
    progress = part;
    if (unwanted) {
      throw new Progress.CancelledException();
    }
    if (clock.millis() > deadline) {
      throw RefusedException.of(
          ErrorCode.TIMED_OUT, "a computation may take " + maxMs / 1_000 + " s; ask for less");
    }
  }

  private synchronized boolean starts() {
    if (state == State.WAITING) {
      state = State.RUNNING;
      return true;
    }
    return false;
  }

  private synchronized void ends(
      State how, @Nullable WireFigures figures, @Nullable RefusedException why) {
    if (state != State.WAITING && state != State.RUNNING) {
      return;
    }
    state = how;
    result = figures;
    refused = why;
    endedAt = clock.instant();
    if (how == State.DONE) {
      progress = 1;
    }
    end.countDown();
  }

  /** Ends it now if it waits, else at its next step. */
  void cancel() {
    unwanted = true;
    synchronized (this) {
      if (state == State.WAITING) {
        ends(State.CANCELED, null, null);
      }
    }
  }

  /** Whether it ended within so many milliseconds. */
  boolean await(long ms) {
    try {
      return end.await(ms, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * @throws RefusedException when it failed or was cancelled
   */
  synchronized WireFigures result() {
    if (refused != null) {
      throw refused;
    }
    if (result == null) {
      throw RefusedException.of(ErrorCode.BUSY, "the computation was cancelled");
    }
    return result;
  }

  synchronized boolean endedBefore(Instant moment) {
    return endedAt != null && endedAt.isBefore(moment);
  }

  synchronized boolean isOpen() {
    return endedAt == null;
  }

  synchronized WireJob wire() {
    ErrorBody.@Nullable Fault error = refused == null ? null : refused.body(null).error();
    return new WireJob(id, area, name, state, progress, createdAt, endedAt, result, error);
  }
}
