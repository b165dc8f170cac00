package io.ratel.server.demo;

import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.EquityHistory.Point;
import io.ratel.model.market.Bar;
import io.ratel.model.market.MarketEvent;
import io.ratel.security.identity.Passwords;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.server.FirstUser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A demo on an exchange in memory, and all that can be seen of it. One thread. */
final class DemoVenue implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** A command, the answer, and in which step it was sent: 0 while opening. */
  record Sent(int step, Command command, Reply reply) {}

  final List<Sent> sent = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  final List<Bar> bars = new ArrayList<>();
  final List<MarketEvent> news = new ArrayList<>();
  final List<Point> equity = new ArrayList<>();
  final LocalTables views = new LocalTables();
  final OneUser user = new OneUser();
  final LocalExchange exchange =
      new LocalExchange(
          (sequence, time, event) -> {
            views.onEvent(sequence, time, event);
            events.add(event);
          });
  private final int instruments;
  private final long seed;
  private Demo demo;
  int step;

  DemoVenue(long seed, int instruments) {
    this(seed, instruments, NOW);
  }

  DemoVenue(long seed, int instruments, Instant now) {
    this.instruments = instruments;
    this.seed = seed;
    this.demo = open(now);
  }

  private Demo open(Instant now) {
    Demo opened =
        new Demo(
            this::submit,
            views,
            new DemoSinks(bars::addAll, news::add, equity::addAll),
            instruments,
            seed);
    FirstUser first = new FirstUser(this::submit, user, new Passwords(64, 1));
    opened.open(first, InstantSource.fixed(now));
    return opened;
  }

  Reply submit(Command command) {
    Reply reply = exchange.submit(command, 1);
    sent.add(new Sent(step, command, reply));
    return reply;
  }

  DemoVenue steps(int count) {
    for (int i = 0; i < count; i++) {
      step++;
      demo.step();
    }
    return this;
  }

  /** The process ends and another one starts on the same data. */
  void restart() {
    demo.close();
    demo = open(NOW.plusSeconds(60));
  }

  Demo demo() {
    return demo;
  }

  /** The instrument of a symbol. */
  int instrument(String symbol) {
    return views.instruments().stream()
        .filter(i -> i.symbol().text().equals(symbol))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Override
  public void close() {
    demo.close();
  }

  /** A place for the demo's user and its accounts. */
  static final class OneUser implements Users {
    private Optional<User> user = Optional.empty();
    final List<Account> accounts = new ArrayList<>();

    @Override
    public Optional<Credentials> findByEmail(String email) {
      return user.map(found -> new Credentials(found, Optional.of("hash")));
    }

    @Override
    public Optional<Credentials> credentials(long userId) {
      return findByEmail("");
    }

    @Override
    public User create(String email, Role role, String passwordHash) {
      User made = new User(1, email, role);
      user = Optional.of(made);
      return made;
    }

    @Override
    public boolean setPassword(long userId, String passwordHash) {
      throw new UnsupportedOperationException("nobody changes a password here");
    }

    @Override
    public void addAccount(long userId, Account account) {
      if (!accounts.contains(account)) {
        accounts.add(account);
      }
    }

    @Override
    public List<Account> accounts(long userId) {
      return accounts;
    }
  }
}
