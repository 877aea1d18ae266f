package org.communitysolutions.debtadvice.extract.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What a byte that is not UTF-8 would be in Windows-1252, the usual encoding of older British systems. */
final class WindowsCharacter {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private WindowsCharacter() {}

    /** A sentence on how to declare the encoding, or nothing if that would not help. */
    static String hint(Charset declared, int code) {
        if (!declared.equals(StandardCharsets.UTF_8)) {
            return "";
        }
        try {
            CharBuffer character = WINDOWS_1252.newDecoder().decode(ByteBuffer.wrap(new byte[] {(byte) code}));
            return " In Windows-1252 it would be '%s': if the file is in that, use a mapping that says charset: windows-1252."
                    .formatted(character);
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
