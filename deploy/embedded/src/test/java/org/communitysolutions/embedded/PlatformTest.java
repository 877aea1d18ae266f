package org.communitysolutions.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @Test
    void linuxOnX86IsSupported() {
        assertThatCode(() -> Platform.require("Linux", "amd64")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Windows 11, amd64", "Linux, aarch64"})
    void anyOtherMachineIsRefusedInOneSentence(String system, String processor) {
        assertThatThrownBy(() -> Platform.require(system, processor))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining(system + " on " + processor)
                .hasMessageContaining("Linux on x86-64 only");
    }
}
