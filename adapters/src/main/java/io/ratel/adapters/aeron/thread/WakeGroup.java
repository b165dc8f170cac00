package io.ratel.adapters.aeron.thread;

import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Threads that work for each other: who has done work unparks the others, because it may have made
 * work for them. A member spins and yields a little, then announces that it will sleep, looks once
 * more, and parks for at most its limit; work done between the announcement and the park therefore
 * ends the park at once, and none is slept through.
 */
public final class WakeGroup {
  private static final int SPINS = 10;
  private static final int YIELDS = 6;

  private final List<Member> members = new CopyOnWriteArrayList<>();

  /** A new member that sleeps at most {@code maxParkMs}; each is for one thread. */
  public Member member(long maxParkMs) {
    Member member = new Member(TimeUnit.MILLISECONDS.toNanos(maxParkMs));
    members.add(member);
    return member;
  }

  /** A way to wait of a thread that never sleeps, but wakes the members by what it has done. */
  public IdleStrategy waking(IdleStrategy sleepless) {
    return new IdleStrategy() {
      @Override
      public void idle(int workCount) {
        if (workCount > 0) {
          wake();
        }
        sleepless.idle(workCount);
      }

      @Override
      public void idle() {
        sleepless.idle();
      }

      @Override
      public void reset() {
        sleepless.reset();
      }
    };
  }

  /** Wakes every sleeping member; from any thread. */
  public void wake() {
    wakeAllBut(null);
  }

  private void wakeAllBut(@Nullable Member self) {
    VarHandle.fullFence(); // what was just published is visible before the flags are read
    for (Member member : members) {
      if (member != self && member.armed) {
        member.armed = false;
        LockSupport.unpark(member.thread);
      }
    }
  }

  /** One thread's way to wait. */
  public final class Member implements IdleStrategy, AutoCloseable {
    private final long maxParkNs;
    private volatile boolean armed;
    private volatile @Nullable Thread thread;
    private int idles;

    private Member(long maxParkNs) {
      this.maxParkNs = maxParkNs;
    }

    @Override
    public void idle(int workCount) {
      if (workCount > 0) {
        reset();
        wakeAllBut(this);
      } else {
        idle();
      }
    }

    @Override
    public void idle() {
      int step = idles++;
      if (step < SPINS) {
        Thread.onSpinWait();
      } else if (step < SPINS + YIELDS) {
        Thread.yield();
      } else if (!armed && step == SPINS + YIELDS) {
        arm();
      } else {
        park(maxParkNs);
      }
    }

    @Override
    public void reset() {
      idles = 0;
      armed = false;
    }

    /** Announces the coming {@link #park}: look for work once more in between. */
    public void arm() {
      thread = Thread.currentThread();
      armed = true;
    }

    /** Sleeps until woken or the time is over. */
    public void park(long nanos) {
      if (armed) {
        LockSupport.parkNanos(this, Math.min(nanos, maxParkNs));
      }
      armed = false;
      idles = SPINS; // awake again: yield a little before the next sleep
    }

    @Override
    public String alias() {
      return "wake";
    }

    @Override
    public void close() {
      members.remove(this);
    }
  }
}
