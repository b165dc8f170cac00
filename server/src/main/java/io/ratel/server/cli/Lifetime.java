package io.ratel.server.cli;

import io.ratel.server.Platform;
import io.ratel.server.config.Config;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A process from its start to the signal that stops it. */
final class Lifetime {
  private final PrintWriter out;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final AtomicInteger exit = new AtomicInteger(ExitCode.STOPPED);

  Lifetime(PrintWriter out) {
    this.out = out;
  }

  /**
   * Starts, says that it is ready, and waits.
   *
   * @param stopWhenReady to end at once, as a rehearsal
   * @return the exit code, when it was not a signal that stopped it
   */
  int run(Config config, boolean stopWhenReady) {
    config.notes().forEach(this::say);
    Platform platform = Platform.start(config, this::say, this::fail);
    if (!stopWhenReady) {
      // A hook that halts is what lets SIGTERM end with 0 instead of 143.
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> halt(platform)));
    }
    say("Ratel is ready: " + platform.address());
    if (stopWhenReady) {
      platform.close();
      return ExitCode.STOPPED;
    }
    try {
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return exit.get();
  }

  private void fail() {
    exit.set(ExitCode.FAILED);
    stop.countDown();
  }

  private void halt(Platform platform) {
    platform.close();
    Runtime.getRuntime().halt(exit.get());
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
