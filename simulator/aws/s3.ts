import { randomUUID } from 'node:crypto';
import { type Call, type Reply, xml } from './call';

interface Bucket {
  isVersioned: boolean;
  readonly objects: Map<string, Map<string, Buffer>>;
}

/** Amazon S3, as far as the ASK CLI needs it: buckets with versions, addressed by path. */
export interface S3 {
  handle(call: Call): Reply;
  /** A version of an object; `undefined` where there is none. */
  object(bucket: string, key: string, version: string): Buffer | undefined;
}

const NAMESPACE = ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

export function createS3(): S3 {
  const buckets = new Map<string, Bucket>();

  return {
    object: (bucket, key, version) => buckets.get(bucket)?.objects.get(key)?.get(version),
    handle({ method, path, query, body }) {
      const [, name = '', key] = /^\/([^/]+)\/?(.+)?$/.exec(path) ?? [];
      const bucket = buckets.get(name);
      if (method === 'PUT' && key === undefined && !query.has('versioning')) {
        if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) return refusal(400, 'InvalidBucketName');
        if (bucket) return refusal(409, 'BucketAlreadyOwnedByYou');
        buckets.set(name, { isVersioned: false, objects: new Map() });
        return { status: 200, headers: { location: `/${name}` } };
      }
      if (!bucket) return refusal(404, 'NoSuchBucket');
      if (method === 'HEAD' && key === undefined) return { status: 200 };
      if (method === 'GET' && query.has('versioning')) {
        const state = bucket.isVersioned ? { Status: 'Enabled' } : {};
        return { status: 200, body: xml('VersioningConfiguration', state, NAMESPACE) };
      }
      if (method === 'PUT' && query.has('versioning')) {
        bucket.isVersioned = body.toString().includes('<Status>Enabled</Status>');
        return { status: 200 };
      }
      if (method === 'PUT' && key !== undefined) {
        const version = bucket.isVersioned ? randomUUID().replaceAll('-', '') : 'null';
        const versions = bucket.objects.get(key) ?? new Map<string, Buffer>();
        bucket.objects.set(key, versions.set(version, body));
        return {
          status: 200,
          headers: { etag: `"${version}"`, ...(bucket.isVersioned && { 'x-amz-version-id': version }) },
        };
      }
      return refusal(405, 'MethodNotAllowed');
    },
  };
}

function refusal(status: number, code: string): Reply {
  return { status, body: xml('Error', { Code: code, Message: code }) };
}
