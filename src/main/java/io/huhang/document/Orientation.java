package io.huhang.document;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera held a JPEG, as the tag “Orientation” of EXIF tells (CIPA DC-008 4.6.4): a
 * telephone writes what its sensor saw and how to turn it.
 */
enum Orientation {

	AS_IT_IS(1, 0, 0, 1, 0, 0), MIRRORED(-1, 0, 0, 1, 1, 0), UPSIDE_DOWN(-1, 0, 0, -1, 1, 1),
	MIRRORED_UPSIDE_DOWN(1, 0, 0, -1, 0, 1), TRANSPOSED(0, -1, -1, 0, 1, 1), TURN_RIGHT(0, -1, 1, 0, 0, 1),
	TRANSVERSED(0, 1, 1, 0, 0, 0), TURN_LEFT(0, 1, -1, 0, 1, 0);

	private static final int START_OF_IMAGE = 0xFFD8;

	private static final int START_OF_SCAN = 0xFFDA;

	private static final int APP1 = 0xFFE1;

	private static final int TAG = 0x0112;

	private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

	private final AffineTransform ofUnitSquare;

	Orientation(double m00, double m10, double m01, double m11, double m02, double m12) {
		this.ofUnitSquare = new AffineTransform(m00, m10, m01, m11, m02, m12);
	}

	/** Of this picture; as it is where nothing is told, or nothing that makes sense. */
	static Orientation of(byte[] picture) {
		try {
			ByteBuffer in = ByteBuffer.wrap(picture);
			if (unsigned(in) != START_OF_IMAGE) {
				return AS_IT_IS;
			}
			for (int marker = unsigned(in); marker != START_OF_SCAN; marker = unsigned(in)) {
				int next = in.position() + unsigned(in);
				if (marker == APP1 && isExif(in)) {
					return value(in.slice());
				}
				in.position(next);
			}
			return AS_IT_IS;
		}
		catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException ex) {
			return AS_IT_IS;
		}
	}

	/** Whether width and height change places. */
	boolean isTurned() {
		return this.ofUnitSquare.getScaleX() == 0;
	}

	/** From the square that a PDF draws an image in to the same square, turned. */
	AffineTransform ofUnitSquare() {
		return new AffineTransform(this.ofUnitSquare);
	}

	private static boolean isExif(ByteBuffer in) {
		byte[] name = new byte[EXIF.length];
		in.get(name);
		return Arrays.equals(name, EXIF);
	}

	private static Orientation value(ByteBuffer tiff) {
		tiff.order((tiff.getShort(0) == 0x4949) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = tiff.getInt(4);
		int entries = tiff.getShort(directory) & 0xFFFF;
		for (int i = 0; i < entries; i++) {
			int entry = directory + 2 + 12 * i;
			if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
				return values()[tiff.getShort(entry + 8) - 1];
			}
		}
		return AS_IT_IS;
	}

	private static int unsigned(ByteBuffer in) {
		return in.getShort() & 0xFFFF;
	}

}
