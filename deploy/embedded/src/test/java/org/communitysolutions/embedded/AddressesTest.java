package org.communitysolutions.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final Addresses ADDRESSES = new Addresses(
            "127.0.0.1:5442",
            "postgresql:5432",
            "127.0.0.1:9092",
            URI.create("http://127.0.0.1:8083"),
            URI.create("http://localhost:8180"));

    @Test
    void addressesSurviveBeingWrittenAndRead() {
        assertThat(Addresses.from(ADDRESSES.toProperties())).isEqualTo(ADDRESSES);
    }

    @Test
    void aMissingAddressIsNamed() {
        Properties incomplete = ADDRESSES.toProperties();
        incomplete.remove("connect");

        assertThatThrownBy(() -> Addresses.from(incomplete)).hasMessage("The addresses lack \"connect\".");
    }

    @Test
    void clientsGetUrlsWithoutCredentials() {
        assertThat(ADDRESSES.jdbcUrl("intake")).isEqualTo("jdbc:postgresql://127.0.0.1:5442/intake");
        assertThat(ADDRESSES.reactiveUrl("intake")).isEqualTo("postgresql://127.0.0.1:5442/intake");
        assertThat(ADDRESSES.issuer()).isEqualTo("http://localhost:8180/realms/community-solutions");
    }
}
