package io.ratel.adapters.aeron;

import io.aeron.ControlledFragmentAssembler;
import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.codecs.MessageHeaderDecoder;
import io.aeron.cluster.codecs.SnapshotMark;
import io.aeron.cluster.codecs.SnapshotMarkerDecoder;
import io.aeron.exceptions.AeronException;
import io.aeron.logbuffer.ControlledFragmentHandler.Action;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.reconciliation.ExchangeHistory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.agrona.collections.MutableLong;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of one member as its archive has it, also while the member goes on recording: the newest
 * snapshot that is not too new, then the commands after it. Each call has a session with the
 * archive of its own. Safe for any thread.
 */
public final class RecordedLog implements ExchangeHistory {
  private static final Logger LOG = LoggerFactory.getLogger(RecordedLog.class);

  /** A replay subscription of our own, apart from those of the events. */
  private static final int STREAM_ID = 2_030;

  private static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(30);
  private static final long POLL_NS = TimeUnit.SECONDS.toNanos(1);

  private final Supplier<AeronArchive> connect;
  private final Supplier<String> channels;
  private final LongConsumer progress;

  /**
   * @param channels a channel for each replay
   * @param progress hears now and then of how far a call is, 0 to 1000
   */
  RecordedLog(Supplier<AeronArchive> connect, Supplier<String> channels, LongConsumer progress) {
    this.connect = connect;
    this.channels = channels;
    this.progress = progress;
  }

  /**
   * {@inheritDoc}
   *
   * @throws LogException when the archive cannot be reached, or the log is damaged
   */
  @Override
  public Exchange at(long sequence) {
    try (AeronArchive archive = connect.get()) {
      StoredLog stored = StoredLog.find(archive);
      for (StoredLog.Recording snapshot : stored.snapshots()) {
        Optional<Start> start = read(archive, snapshot);
        if (start.isPresent() && start.get().exchange().sequence() <= sequence) {
          return replay(archive, stored, start.get(), sequence);
        }
      }
      return replay(archive, stored, new Start(new Exchange(), stored.startPosition()), sequence);
    } catch (AeronException e) {
      throw new LogException("the log cannot be read: " + e.getMessage(), e);
    }
  }

  /** A state, and the position in the log from which commands are still to be applied to it. */
  private record Start(Exchange exchange, long position) {}

  private Exchange replay(AeronArchive archive, StoredLog stored, Start start, long sequence) {
    LoggedCommands commands = new LoggedCommands(start.exchange(), sequence, Long.MAX_VALUE);
    long length = stored.stopPosition() - start.position();
    if (commands.reached() || length <= 0) {
      return commands.exchange();
    }
    FragmentAssembler assembler = new FragmentAssembler(commands::onMessage);
    try (Subscription subscription =
        archive.replay(stored.recordingId(), start.position(), length, channels.get(), STREAM_ID)) {
      Stretch stretch = new Stretch(archive, subscription, stored.stopPosition());
      while (!commands.reached() && stretch.poll(image -> image.poll(assembler, 256))) {
        progress.accept(1_000 * (stretch.position() - start.position()) / length);
      }
    }
    return commands.exchange();
  }

  /** Reads a snapshot; one that was not written to its end, or by another version, is none. */
  private Optional<Start> read(AeronArchive archive, StoredLog.Recording snapshot) {
    long length = snapshot.stop() - snapshot.start();
    if (length <= 0) {
      return Optional.empty();
    }
    MutableLong position = new MutableLong(-1);
    ControlledFragmentAssembler assembler =
        new ControlledFragmentAssembler(
            (buffer, offset, size, header) -> onMarker(buffer, offset, position));
    try (Subscription subscription =
        archive.replay(snapshot.id(), snapshot.start(), length, channels.get(), STREAM_ID)) {
      Stretch stretch = new Stretch(archive, subscription, snapshot.stop());
      while (position.get() < 0) {
        if (!stretch.poll(image -> image.controlledPoll(assembler, 1))) {
          return Optional.empty();
        }
      }
      return Optional.of(new Start(SnapshotStream.read(stretch.image(), idle()), position.get()));
    } catch (LogException | IllegalArgumentException e) { // damaged, or of another version
      LOG.atWarn().setCause(e).log("snapshot {} is passed over", snapshot.id());
      return Optional.empty();
    }
  }

  /** The engine's own part of a snapshot ends with a mark; ours follows. */
  private static Action onMarker(DirectBuffer buffer, int offset, MutableLong position) {
    MessageHeaderDecoder header = new MessageHeaderDecoder();
    header.wrap(buffer, offset);
    if (header.schemaId() == SnapshotMarkerDecoder.SCHEMA_ID
        && header.templateId() == SnapshotMarkerDecoder.TEMPLATE_ID) {
      SnapshotMarkerDecoder marker = new SnapshotMarkerDecoder();
      marker.wrap(
          buffer,
          offset + MessageHeaderDecoder.ENCODED_LENGTH,
          header.blockLength(),
          header.version());
      if (marker.mark() == SnapshotMark.END) {
        position.set(marker.logPosition());
        return Action.BREAK;
      }
    }
    return Action.CONTINUE;
  }

  private static IdleStrategy idle() {
    return new BackoffIdleStrategy(10, 10, 1_000, 1_000_000);
  }

  /** A replay that is read until its end. */
  private static final class Stretch {
    private final AeronArchive archive;
    private final Subscription subscription;
    private final long end;
    private final IdleStrategy idle = idle();
    private Image image;
    private long heardNs = System.nanoTime();
    private long polledNs = heardNs;

    @SuppressWarnings("NullAway.Init") // the image comes with the first poll
    Stretch(AeronArchive archive, Subscription subscription, long end) {
      this.archive = archive;
      this.subscription = subscription;
      this.end = end;
      while (subscription.imageCount() == 0) {
        rest(0);
      }
      image = subscription.imageAtIndex(0);
    }

    Image image() {
      return image;
    }

    long position() {
      return image.position();
    }

    /** Reads some; false at the end. */
    boolean poll(java.util.function.ToIntFunction<Image> some) {
      int fragments = some.applyAsInt(image);
      if (fragments == 0) {
        if (image.position() >= end) {
          return false;
        }
        if (image.isClosed()) {
          throw new LogException(
              "the log is damaged after position " + image.position() + " of " + end);
        }
      }
      rest(fragments);
      return true;
    }

    private void rest(int fragments) {
      long now = System.nanoTime();
      if (fragments > 0) {
        heardNs = now;
      } else if (now - heardNs > SILENCE_NS) {
        throw new LogException("the archive has sent nothing of the log for 30 s");
      }
      if (now - polledNs > POLL_NS) {
        polledNs = now;
        archive.pollForErrorResponse(); // the archive drops a session whose client never reads
      }
      idle.idle(fragments);
    }
  }
}
