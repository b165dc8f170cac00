package io.ratel.adapters.aeron.thread;

import io.ratel.adapters.linux.Processors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * How the engine's threads are laid out.
 *
 * @param dedicated whether driver and archive have a thread for each of their parts, nine in all,
 *     or one each, five in all
 * @param processors that threads are bound to, by the kernel's numbers; a thread that is not named
 *     runs where the kernel puts it
 */
public record EngineThreads(boolean dedicated, Map<EngineThread, Integer> processors) {
  /** One thread a part, bound to nothing. */
  public static final EngineThreads FREE = new EngineThreads(false, Map.of());

  public EngineThreads {
    processors = Map.copyOf(processors);
  }

  /** What this machine cannot do of it, a line each that begins with the thread's name. */
  public List<String> faults() {
    if (processors.isEmpty()) {
      return List.of();
    }
    List<String> faults = new ArrayList<>();
    Map<Integer, EngineThread> taken = new HashMap<>();
    Optional<Processors> machine = Processors.ofThisMachine();
    for (EngineThread thread : EngineThread.values()) {
      Integer processor = processors.get(thread);
      if (processor == null) {
        continue;
      }
      if (thread.onlyDedicated() && !dedicated) {
        faults.add(thread.label() + " is a thread only with latency.dedicated");
      }
      EngineThread other = taken.putIfAbsent(processor, thread);
      if (other != null) {
        faults.add(thread.label() + " must have another processor than " + other.label());
      } else if (machine.isEmpty()) {
        faults.add(thread.label() + " cannot be bound: only Linux binds threads to processors");
      } else if (!machine.get().has(processor)) {
        faults.add(
            "%s must be a processor that this process may use (%s), was %d"
                .formatted(thread.label(), machine.get().allowed(), processor));
      }
    }
    return faults;
  }

  /** Makes the thread of a part, which binds itself before it does anything. */
  public ThreadFactory factory(EngineThread thread) {
    return task ->
        Thread.ofPlatform()
            .name(thread.label())
            .unstarted(
                () -> {
                  bind(thread);
                  task.run();
                });
  }

  /**
   * Binds the calling thread, which is the given one.
   *
   * @throws IllegalStateException when the kernel does not
   */
  public void bind(EngineThread thread) {
    Integer processor = processors.get(thread);
    if (processor != null
        && !Processors.ofThisMachine().map(machine -> machine.bind(processor)).orElse(false)) {
      throw new IllegalStateException(
          thread.label() + " cannot be bound to processor " + processor);
    }
  }
}
