package io.ratel.adapters.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The processors of this machine, by the kernel's numbers, and threads that are bound to one. A
 * thread that a bound one starts is bound too. Safe for threads.
 */
public final class Processors {
  /** As many as the C library's own set has. */
  public static final int MAX = 1_024;

  private static final Optional<Processors> LINUX = find();

  private final MethodHandle get;
  private final MethodHandle set;

  private Processors(MethodHandle get, MethodHandle set) {
    this.get = get;
    this.set = set;
  }

  private static Optional<Processors> find() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    FunctionDescriptor affinity =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);
    return library
        .find("sched_getaffinity")
        .flatMap(
            get ->
                library
                    .find("sched_setaffinity")
                    .map(
                        set ->
                            new Processors(
                                linker.downcallHandle(get, affinity),
                                linker.downcallHandle(set, affinity))));
  }

  /** Empty where a thread cannot be bound to a processor. */
  public static Optional<Processors> ofThisMachine() {
    return LINUX;
  }

  /** Those that the calling thread may run on, the lowest first. */
  public List<Integer> allowed() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(MAX / Byte.SIZE, Long.BYTES);
      if (call(get, mask) < 0) {
        throw new IllegalStateException("the kernel has more than " + MAX + " processors");
      }
      return BitSet.valueOf(mask.toArray(ValueLayout.JAVA_LONG)).stream().boxed().toList();
    }
  }

  /**
   * Binds the calling thread to one processor.
   *
   * @return whether the kernel did it: not where there is no such processor, it is off, or a cpuset
   *     keeps the process from it
   */
  public boolean bind(int processor) {
    if (processor < 0 || processor >= MAX) {
      return false;
    }
    BitSet one = new BitSet();
    one.set(processor);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(MAX / Byte.SIZE, Long.BYTES);
      mask.copyFrom(MemorySegment.ofArray(one.toLongArray()));
      return call(set, mask) == 0;
    }
  }

  /** Whether {@link #bind} would do it, tried by a thread that ends at once. */
  public boolean has(int processor) {
    CompletableFuture<Boolean> bound = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("processor-" + processor)
        .start(() -> bound.complete(bind(processor)));
    return bound.join();
  }

  /** For thread 0, which means the calling one. */
  private static int call(MethodHandle affinity, MemorySegment mask) {
    try {
      return (int) affinity.invokeExact(0, mask.byteSize(), mask);
    } catch (Throwable e) {
      throw new IllegalStateException("the C library could not be called", e);
    }
  }
}
