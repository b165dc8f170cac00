package io.ratel.gateway.rest;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.AccountViews.AccountView;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Acknowledged;
import io.ratel.gateway.request.Keys;
import io.ratel.gateway.request.KnownAccounts;
import io.ratel.gateway.request.Refusals;
import io.ratel.gateway.wire.WireSettings;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.account.PositionMode;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.security.identity.Users;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Accounts opened, and set how to trade. */
public final class SettingsResource {
  private static final int MAX_TIMEOUT_MS = 86_400_000;
  private static final long NS_PER_MS = 1_000_000;

  private record OpenAccount(
      @Field(header = Keys.HEADER, pattern = Keys.PATTERN, rule = Keys.RULE) Optional<String> key,
      @Field(
              value = "The user's word for it.",
              pattern = "\\S(.{0,38}\\S)?",
              rule = "must be 1 to 40 characters, none of them a space at an end")
          String name,
      @Field("An account of the caller whose limits bind this one too.")
          Optional<String> parentId) {}

  private record OpenedAccount(String id, String name, @Nullable String parentId, long sequence) {}

  private record OneAccount(String id) {}

  private record Settings(
      String id,
      @Field("Whether it may owe, and whether each position stands alone.")
          Optional<MarginMode> marginMode,
      @Field("Whether leverage bears on margin.") Optional<MarginModel> marginModel,
      @Field(value = "Bears on leveraged margin only.", min = 1, max = AccountConfig.MAX_LEVERAGE)
          Optional<Integer> leverage,
      @Field("Whether buys and sells on margin net.") Optional<PositionMode> positionMode,
      @Field("Which cost a closing trade takes out.") Optional<CostMethod> costMethod,
      @Field("What an order gets that asks for nothing.")
          Optional<SelfTradePrevention> selfTradePrevention,
      @Field(value = "Set by an operator.", max = 7) Optional<Integer> feeTier) {}

  private record Timeout(
      String id, @Field(value = "0 disarms.", max = MAX_TIMEOUT_MS) Integer timeoutMs) {}

  private record ArmedTimeout(String accountId, int timeoutMs, long sequence) {}

  private final OrderEntry exchange;
  private final Users users;
  private final KnownAccounts known;
  private final Acknowledged acknowledged;
  private final LongConsumer onNewAccount;

  /**
   * @param onNewAccount told which user has one account more
   */
  public SettingsResource(
      OrderEntry exchange,
      Users users,
      AccountViews accounts,
      Acknowledged acknowledged,
      LongConsumer onNewAccount) {
    this.exchange = exchange;
    this.users = users;
    known = new KnownAccounts(accounts, acknowledged);
    this.acknowledged = acknowledged;
    this.onNewAccount = onNewAccount;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "openAccount",
                "/v1/accounts",
                "Opens an account of the caller. The same key again gives the same account.")
            .refuses(
                ErrorCode.UNKNOWN_ACCOUNT,
                ErrorCode.INVALID_PARENT,
                ErrorCode.LIMIT_REACHED,
                ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(OpenAccount.class, 201, Shape.of(OpenedAccount.class), this::open),
        Operation.get("getAccount", "/v1/accounts/{id}", "How an account trades.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT)
            .answers(OneAccount.class, 200, Shape.of(WireSettings.class), this::one),
        Operation.patch(
                "configureAccount",
                "/v1/accounts/{id}",
                "Says how an account trades; nothing may be open that the change would touch.")
            .auditsOperators()
            .refuses(
                ErrorCode.FORBIDDEN,
                ErrorCode.UNKNOWN_ACCOUNT,
                ErrorCode.IN_USE,
                ErrorCode.INVALID_CONFIGURATION,
                ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(Settings.class, 200, Shape.of(WireSettings.class), this::configure),
        Operation.post(
                "cancelAllAfter",
                "/v1/accounts/{id}/cancel-all-after",
                "Cancels every order of an account after a time, unless this is sent again before.")
            .refuses(
                ErrorCode.UNKNOWN_ACCOUNT, ErrorCode.INVALID_EXPIRY, ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(Timeout.class, 200, Shape.of(ArmedTimeout.class), this::cancelAllAfter));
  }

  private Answer<OpenedAccount> open(OpenAccount request, Caller caller) {
    long parent = request.parentId().map(id -> caller.account(id, "parentId")).orElse(0L);
    String key = Keys.of("account", caller.userId(), request.key());
    Reply reply = exchange.submit(new Command.OpenAccount(key, parent));
    if (reply.refused()) {
      throw Refusals.of(reply.reason(), Map.of("parentId", request.parentId().orElse("")));
    }
    users.addAccount(caller.userId(), new Users.Account(reply.id(), request.name()));
    onNewAccount.accept(caller.userId());
    acknowledged.note(reply.id(), reply);
    return new Answer<>(
        reply.duplicate() ? 200 : 201,
        new OpenedAccount(
            Long.toString(reply.id()),
            request.name(),
            request.parentId().orElse(null),
            reply.sequence()));
  }

  private Answer<WireSettings> one(OneAccount query, Caller caller) {
    AccountView account = known.get(caller.accountToFund(query.id(), "id"));
    return Answer.ok(WireSettings.of(account, account.config()));
  }

  private Answer<WireSettings> configure(Settings wanted, Caller caller) {
    long accountId = caller.accountToFund(wanted.id(), "id");
    if (wanted.feeTier().isPresent() && !caller.isOperator()) {
      throw RefusedException.of(ErrorCode.FORBIDDEN, "fee tiers are set by an operator");
    }
    AccountView account = known.get(accountId);
    AccountConfig before = account.config();
    AccountConfig config =
        new AccountConfig(
            wanted.marginMode().orElse(before.marginMode()),
            wanted.marginModel().orElse(before.marginModel()),
            wanted.positionMode().orElse(before.positionMode()),
            wanted.costMethod().orElse(before.costMethod()),
            wanted.selfTradePrevention().orElse(before.selfTrade()),
            wanted.leverage().orElse(before.leverage()),
            wanted.feeTier().orElse(before.feeTier()));
    Reply reply = exchange.submit(new Command.ConfigureAccount(accountId, config));
    if (reply.reason() == RejectReason.IN_USE) {
      throw RefusedException.value(
          ErrorCode.IN_USE,
          "id",
          wanted.id(),
          "must have no open orders and no positions on margin that the change would touch");
    }
    if (reply.refused()) {
      throw Refusals.of(reply.reason(), Map.of("accountId", wanted.id()));
    }
    acknowledged.note(accountId, reply);
    return Answer.ok(WireSettings.of(account, config));
  }

  private Answer<ArmedTimeout> cancelAllAfter(Timeout request, Caller caller) {
    long accountId = caller.account(request.id(), "id");
    Reply reply =
        exchange.submit(new Command.CancelAllAfter(accountId, request.timeoutMs() * NS_PER_MS));
    if (reply.refused()) {
      throw Refusals.of(reply.reason(), Map.of("accountId", request.id()));
    }
    acknowledged.note(accountId, reply);
    return Answer.ok(new ArmedTimeout(request.id(), request.timeoutMs(), reply.sequence()));
  }
}
