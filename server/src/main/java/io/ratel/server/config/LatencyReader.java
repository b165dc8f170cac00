package io.ratel.server.config;

import io.ratel.adapters.aeron.LogConfig;
import io.ratel.adapters.aeron.thread.EngineThread;
import io.ratel.adapters.aeron.thread.EngineThreads;
import io.ratel.adapters.linux.Processors;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code profile} and the section {@code latency}. What is set must be possible here, or it
 * is a fault; what only follows from the profile is done as far as it is possible, and told.
 */
final class LatencyReader {
  private enum Profile {
    LAPTOP,
    LATENCY
  }

  private enum Pin {
    NONE,
    AUTO
  }

  private enum HugePages {
    NONE,
    TRANSPARENT,
    EXPLICIT
  }

  private final Settings settings;
  private final boolean latency;
  private final boolean engine;
  private final List<String> told = new ArrayList<>();

  /**
   * @param engine whether the log's engine runs in this process; processes of a fleet share their
   *     settings, and those of its threads mean only the one that has it
   */
  LatencyReader(Settings settings, boolean engine) {
    this.settings = settings;
    this.engine = engine;
    latency = settings.choice("profile", Profile.LAPTOP) == Profile.LATENCY;
  }

  Latency read() {
    boolean dedicated = settings.flag("latency.dedicated", false);
    LogConfig.Idle idle = idle(dedicated ? 9 : 5);
    EngineThreads threads = new EngineThreads(dedicated, pins(dedicated));
    if (engine) {
      threads.faults().forEach(fault -> settings.fault("latency.pin." + fault));
    }
    preTouch();
    hugePages();
    return new Latency(idle, threads, told);
  }

  /** Threads that never sleep need a processor each, and the rest of the process one more. */
  private LogConfig.Idle idle(int threads) {
    boolean enough = Runtime.getRuntime().availableProcessors() > threads;
    boolean spin = settings.flag("latency.busySpin", latency && enough);
    if (engine && latency && !enough && settings.optional("latency.busySpin").isEmpty()) {
      told.add(
          "no busy-spin: it takes more than %d processors, this process has %d"
              .formatted(threads, Runtime.getRuntime().availableProcessors()));
    }
    LogConfig.Idle idle =
        settings.choice("log.idle", spin ? LogConfig.Idle.SPIN : LogConfig.Idle.WAKE);
    if (spin && idle != LogConfig.Idle.SPIN) {
      settings.fault("log.idle", "must be spin, or left out, with latency.busySpin");
    }
    return idle;
  }

  private Map<EngineThread, Integer> pins(boolean dedicated) {
    Pin pin = settings.choice("latency.pin", latency ? Pin.AUTO : Pin.NONE);
    Map<EngineThread, Integer> pins = new EnumMap<>(EngineThread.class);
    for (EngineThread thread : EngineThread.values()) {
      String key = "latency.pin." + thread.label();
      int processor = settings.integer(key, -1, 0, Processors.MAX - 1);
      if (processor >= 0) {
        pins.put(thread, processor);
      }
    }
    if (!engine || !pins.isEmpty() || pin == Pin.NONE) {
      return pins;
    }
    List<Integer> processors =
        Processors.ofThisMachine().map(Processors::allowed).orElse(List.of());
    if (processors.isEmpty()) {
      told.add("no threads on processors of their own: only Linux binds them");
    }
    int next = processors.size() - 1; // the first one serves the kernel, and everything else
    for (EngineThread thread : EngineThread.values()) {
      if (next > 0 && (dedicated || !thread.onlyDedicated())) {
        int processor = processors.get(next--);
        pins.put(thread, processor);
        told.add(thread.label() + " on processor " + processor);
      }
    }
    return pins;
  }

  private void preTouch() {
    boolean wanted = settings.flag("latency.preTouch", latency);
    if (wanted && !JvmFlags.preTouch()) {
      missing("latency.preTouch", "memory is not touched first", "-XX:+AlwaysPreTouch");
    } else if (wanted) {
      told.add("memory touched first");
    }
  }

  private void hugePages() {
    HugePages wanted =
        settings.choice("latency.hugePages", latency ? HugePages.TRANSPARENT : HugePages.NONE);
    boolean there =
        switch (wanted) {
          case NONE -> true;
          case TRANSPARENT -> JvmFlags.transparentHugePages();
          case EXPLICIT -> JvmFlags.explicitHugePages();
        };
    if (!there) {
      missing(
          "latency.hugePages",
          "no huge pages",
          wanted == HugePages.EXPLICIT
              ? "-XX:+UseLargePages, or the kernel has none free (vm.nr_hugepages)"
              : "-XX:+UseTransparentHugePages, or the kernel gives none"
                  + " (/sys/kernel/mm/transparent_hugepage/enabled)");
    } else if (wanted != HugePages.NONE) {
      told.add("huge pages");
    }
  }

  /** The JVM's flags are the launcher's, which reads the environment and the command line alone. */
  private void missing(String key, String what, String flag) {
    String why = "this JVM was started without " + flag;
    if (settings.optional(key).isPresent()) {
      settings.fault(
          key,
          "must be set where the launcher reads it, by %s or --profile, and be had: %s"
              .formatted(Settings.variable(key), why));
    } else {
      told.add(what + ": " + why);
    }
  }
}
