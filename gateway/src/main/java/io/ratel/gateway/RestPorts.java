package io.ratel.gateway;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.reconciliation.Reconciler;
import io.ratel.exchange.view.EquityHistory;
import io.ratel.exchange.view.TradeReports;
import io.ratel.gateway.access.CertificatePorts;
import io.ratel.gateway.history.HistoryPorts;
import io.ratel.gateway.identity.IdentityPorts;
import io.ratel.gateway.identity.external.ExternalPorts;
import io.ratel.gateway.identity.user.UserPorts;
import io.ratel.gateway.reference.ReferencePorts;
import io.ratel.gateway.wire.FeedStatus;
import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.alert.Alerts;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.storage.StoredTables;
import io.ratel.security.identity.Passwords;
import io.ratel.security.token.TokenSigner;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is behind REST alone.
 *
 * @param alerts what watches those that are on
 * @param keys the public keys of tokens, as a JWK set
 * @param feeds the sources of market data
 * @param certificates of the fleet, where the node has to do with them
 * @param storage every table of every store
 */
public record RestPorts(
    OrderEntry orders,
    EquityHistory equity,
    MarketViews markets,
    IndicatorCatalog indicators,
    Alerts alerts,
    Passwords passwords,
    TokenSigner signer,
    Supplier<String> keys,
    Supplier<List<FeedStatus>> feeds,
    Reconciler reconciler,
    TradeReports reports,
    Optional<CertificatePorts> certificates,
    IdentityPorts identity,
    ExternalPorts external,
    UserPorts userRegister,
    ReferencePorts reference,
    StoredTables storage,
    HistoryPorts history) {}
