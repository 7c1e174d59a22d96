package io.huhang.attachment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Predicate;

import io.huhang.attachment.Incoming.Received;
import io.huhang.campaign.InvalidConfigurationException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Contents in an S3 bucket, for several nodes. A content is received and checked on this
 * machine first; the bucket shows an object only when it is whole.
 */
class BucketStore implements ContentStore, AutoCloseable {

	private static final String PREFIX = "objects/";

	private final Incoming incoming;

	private final S3Client s3;

	private final String bucket;

	BucketStore(FileSettings files, BucketSettings settings) throws IOException {
		this.incoming = new Incoming(files.folder().toAbsolutePath().normalize().resolve("incoming"));
		this.s3 = client(settings);
		this.bucket = settings.name();
		requireBucket();
	}

	private static S3Client client(BucketSettings settings) {
		S3ClientBuilder builder = S3Client.builder()
			.httpClientBuilder(UrlConnectionHttpClient.builder())
			.region(Region.of(settings.region()))
			.credentialsProvider(credentials(settings))
			.forcePathStyle(settings.pathStyle())
			// Stores that are not Amazon's know neither its newer checksums nor its
			// chunks; our own SHA-256 goes along with each object.
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.serviceConfiguration(service -> service.chunkedEncodingEnabled(false));
		return (settings.endpoint() != null) ? builder.endpointOverride(settings.endpoint()).build() : builder.build();
	}

	private static AwsCredentialsProvider credentials(BucketSettings settings) {
		return settings.accessKey().isBlank() ? DefaultCredentialsProvider.builder().build() : StaticCredentialsProvider
			.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
	}

	private void requireBucket() {
		try {
			this.s3.headBucket(request -> request.bucket(this.bucket));
		}
		catch (SdkException ex) {
			this.s3.close();
			throw new InvalidConfigurationException("application.yml", "huhang.files.bucket = " + this.bucket,
					"an existing bucket that this node may use (%s)".formatted(ex.getMessage()));
		}
	}

	@Override
	public Received receive(InputStream content, long limit) throws IOException {
		return this.incoming.receive(content, limit);
	}

	@Override
	public Received receive(ContentWriter content) throws IOException {
		return this.incoming.receive(content);
	}

	@Override
	public void publish(Received received) throws IOException {
		String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(received.sha256()));
		try {
			this.s3.putObject(request -> request.bucket(this.bucket)
				.key(PREFIX + received.sha256())
				.contentType("application/octet-stream")
				.checksumSHA256(checksum), RequestBody.fromFile(received.temporary()));
		}
		catch (SdkException ex) {
			throw new IOException("cannot store sha256=" + received.sha256(), ex);
		}
		discard(received);
	}

	@Override
	public void discard(Received received) throws IOException {
		this.incoming.discard(received);
	}

	@Override
	public InputStream open(String sha256) throws IOException {
		try {
			return this.s3.getObject(request -> request.bucket(this.bucket).key(PREFIX + sha256));
		}
		catch (NoSuchKeyException ex) {
			throw new FileNotFoundException("sha256=" + sha256);
		}
		catch (SdkException ex) {
			throw new IOException("cannot read sha256=" + sha256, ex);
		}
	}

	@Override
	public int sweep(Predicate<String> named) throws IOException {
		int deleted = this.incoming.sweep();
		try {
			for (ListObjectsV2Response page : this.s3
				.listObjectsV2Paginator(request -> request.bucket(this.bucket).prefix(PREFIX))) {
				Instant limit = date(page).minus(Incoming.ORPHAN_AGE);
				for (S3Object object : page.contents()) {
					deleted += (isOrphan(object, limit, named) && deleteIfOlder(object.key(), limit)) ? 1 : 0;
				}
			}
			return deleted;
		}
		catch (SdkException ex) {
			throw new IOException("cannot sweep bucket=" + this.bucket, ex);
		}
	}

	private static boolean isOrphan(S3Object object, Instant limit, Predicate<String> named) {
		return object.lastModified().isBefore(limit) && !named.test(object.key().substring(PREFIX.length()));
	}

	// Another node may have put it again since the list was made: look once more.
	private boolean deleteIfOlder(String key, Instant limit) {
		Instant modified = this.s3.headObject(request -> request.bucket(this.bucket).key(key)).lastModified();
		if (!modified.isBefore(limit)) {
			return false;
		}
		this.s3.deleteObject(request -> request.bucket(this.bucket).key(key));
		return true;
	}

	/** The bucket's own time: the campaign's clock may stand in another year. */
	private static Instant date(ListObjectsV2Response page) {
		return page.sdkHttpResponse()
			.firstMatchingHeader("Date")
			.map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
			.orElseThrow(() -> new IllegalStateException("the bucket's answer has no date"));
	}

	@Override
	public void close() {
		this.s3.close();
	}

}
