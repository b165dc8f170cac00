package io.ratel.gateway;

import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.gateway.audit.AuditTrail;
import io.ratel.gateway.identity.FactorsResource;
import io.ratel.gateway.identity.IdentityPorts;
import io.ratel.gateway.identity.PasskeysResource;
import io.ratel.gateway.identity.PasswordCheck;
import io.ratel.gateway.identity.Proofs;
import io.ratel.gateway.identity.SessionsResource;
import io.ratel.gateway.identity.SignInResource;
import io.ratel.gateway.identity.SignIns;
import io.ratel.gateway.identity.TokensResource;
import io.ratel.gateway.identity.external.ExternalPorts;
import io.ratel.gateway.identity.external.ExternalSignIns;
import io.ratel.gateway.identity.external.GoogleResource;
import io.ratel.gateway.identity.external.LinkedResource;
import io.ratel.gateway.identity.external.TelegramResource;
import io.ratel.gateway.identity.user.FarewellResource;
import io.ratel.gateway.identity.user.Farewells;
import io.ratel.gateway.identity.user.NewUsers;
import io.ratel.gateway.identity.user.PasswordsResource;
import io.ratel.gateway.identity.user.Registration;
import io.ratel.gateway.identity.user.ServiceKeysResource;
import io.ratel.gateway.identity.user.UserPorts;
import io.ratel.gateway.identity.user.UsersResource;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.request.Acknowledged;
import io.ratel.gateway.request.Refusals;
import io.ratel.security.identity.Users;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything about who somebody is, over one way in. */
final class IdentityOperations {
  private final GatewayPorts ports;
  private final RestPorts rest;
  private final Acknowledged acknowledged;
  private final AuditTrail audit;
  private final SecureRandom random = new SecureRandom();
  private final PasswordCheck passwords;
  private final Registration registration;

  IdentityOperations(
      GatewayPorts ports, RestPorts rest, Acknowledged acknowledged, AuditTrail audit) {
    this.ports = ports;
    this.rest = rest;
    this.acknowledged = acknowledged;
    this.audit = audit;
    this.passwords = new PasswordCheck(rest.passwords());
    this.registration =
        new Registration(rest.userRegister().openRegistration(), this::openFirstAccount);
  }

  List<Operation<?, ?>> all() {
    IdentityPorts identity = rest.identity();
    Proofs proofs = new Proofs(passwords, identity, ports.clock());
    SignIns signIns =
        new SignIns(
            ports.users(), rest.signer(), ports.access(), identity, audit, ports.clock(), random);
    List<Operation<?, ?>> operations = new ArrayList<>();
    operations.addAll(
        new SessionsResource(
                ports.users(),
                passwords,
                signIns,
                proofs,
                identity.sessions(),
                ports.access().barriers(),
                ports.clock())
            .operations());
    operations.addAll(
        new TokensResource(ports.users(), rest.signer(), proofs, rest.keys(), audit).operations());
    operations.addAll(
        new SignInResource(
                identity.passkeys(),
                rest.external().google().isPresent(),
                rest.external().telegram().map(telegram -> telegram.botId()),
                registration.isOpen())
            .operations());
    operations.addAll(new FactorsResource(identity.factors(), ports.users()).operations());
    operations.addAll(new PasskeysResource(identity.passkeys(), ports.users()).operations());
    operations.addAll(external(signIns));
    operations.addAll(users());
    return operations;
  }

  private List<Operation<?, ?>> external(SignIns signIns) {
    ExternalPorts external = rest.external();
    IdentityPorts identity = rest.identity();
    ExternalSignIns accounts =
        new ExternalSignIns(
            external.accounts(),
            ports.users(),
            rest.userRegister().register(),
            registration,
            ports.clock());
    List<Operation<?, ?>> operations = new ArrayList<>();
    operations.addAll(
        new GoogleResource(
                external.google(),
                accounts,
                signIns,
                identity.challenges(),
                identity.passkeys()::origin,
                ports.clock(),
                random)
            .operations());
    operations.addAll(new TelegramResource(external.telegram(), accounts, signIns).operations());
    operations.addAll(
        new LinkedResource(external.accounts(), ports.users(), identity.passkeys().passkeys())
            .operations());
    return operations;
  }

  private List<Operation<?, ?>> users() {
    UserPorts register = rest.userRegister();
    NewUsers newUsers = new NewUsers(register.register(), passwords, registration, ports.clock());
    Farewells farewells =
        new Farewells(
            ports.users(),
            ports.access().pools(),
            register.register(),
            ports.trading(),
            acknowledged,
            ports.access().barriers(),
            ports.clock());
    List<Operation<?, ?>> operations = new ArrayList<>();
    operations.addAll(
        new UsersResource(register.register(), newUsers, ports.access().barriers(), rest.identity())
            .operations());
    operations.addAll(
        new PasswordsResource(
                ports.users(),
                passwords,
                rest.identity().sessions(),
                ports.access().barriers(),
                ports.clock())
            .operations());
    operations.addAll(
        new ServiceKeysResource(ports.users(), ports.access().keys(), ports.clock(), random)
            .operations());
    operations.addAll(
        new FarewellResource(farewells, register.register(), newUsers, registration.isOpen())
            .operations());
    return operations;
  }

  /** The same user asked for again has the same account. */
  private void openFirstAccount(long userId) {
    Reply opened = rest.orders().submit(new Command.OpenAccount("user-" + userId));
    if (opened.refused()) {
      throw Refusals.of(opened.reason(), Map.of());
    }
    ports.users().addAccount(userId, new Users.Account(opened.id(), "Main"));
  }
}
