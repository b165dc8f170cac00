package io.ratel.gateway.quant;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.quant.function.Progress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Computations, on threads of their own so that none holds up the doors: one less than there are
 * processors. An answer waits for a short one; a longer one is a job that is asked after by its id,
 * and forgotten a quarter of an hour after its end. Safe for any thread.
 */
public final class Jobs implements AutoCloseable {
  static final int MAX_OPEN = 8;

  private static final int MAX_WAITING = 64;
  private static final int MAX_KEPT = 32;
  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final long MAX_MS = 600_000;
  private static final long CLOSE_S = 2;

  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final long patienceMs;
  private final ExecutorService threads;

  /**
   * @param patienceMs how long an answer waits
   */
  public Jobs(InstantSource clock, long patienceMs) {
    this.clock = clock;
    this.patienceMs = patienceMs;
    int count = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            count,
            count,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("quant-", 0).daemon().factory());
    pool.allowCoreThreadTimeOut(true);
    threads = pool;
  }

  /**
   * The figures, or the job that will have them.
   *
   * @throws RefusedException what the computation refuses; 429 and 503 when too many are open
   */
  WireFigures compute(long userId, String area, String name, Function<Progress, WireFigures> task) {
    forgetOld();
    long open = jobs.values().stream().filter(job -> job.userId == userId && job.isOpen()).count();
    if (open >= MAX_OPEN) {
      throw RefusedException.of(
          ErrorCode.TOO_MANY_REQUESTS, "as many as " + MAX_OPEN + " computations are open already");
    }
    Job job = new Job(newId(), userId, area, name, task, clock, MAX_MS);
    jobs.put(job.id, job);
    try {
      threads.execute(job);
    } catch (RejectedExecutionException e) {
      jobs.remove(job.id);
      throw RefusedException.of(ErrorCode.BUSY, "too many computations wait; try again shortly");
    }
    if (job.await(patienceMs)) {
      jobs.remove(job.id);
      return job.result();
    }
    return WireFigures.pending(job.wire());
  }

  private String newId() {
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void forgetOld() {
    jobs.values().removeIf(job -> job.endedBefore(clock.instant().minus(KEPT)));
  }

  /** Those of a user, the newest first. */
  List<WireJob> of(long userId) {
    forgetOld();
    return jobs.values().stream()
        .filter(job -> job.userId == userId)
        .map(job -> job.wire().brief())
        .sorted(Comparator.comparing(WireJob::createdAt).reversed())
        .limit(MAX_KEPT)
        .toList();
  }

  /** One of a user; of nobody else. */
  Optional<Job> find(long userId, String id) {
    forgetOld();
    return Optional.ofNullable(jobs.get(id)).filter(job -> job.userId == userId);
  }

  /** Cancels what runs. */
  @Override
  public void close() {
    jobs.values().forEach(Job::cancel);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(CLOSE_S, TimeUnit.SECONDS)) {
        return; // its threads are daemons
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
