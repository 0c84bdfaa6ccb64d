// Of Salesforce's Pub/Sub API as much as is used: one stream, on which a subscriber says how many events it takes. What an event
// holds is not read.
import { fromJSON, type MethodDefinition, type ServiceDefinition } from '@grpc/proto-loader'
import { z } from 'zod'

const definitions = fromJSON(
  {
    nested: {
      eventbus: {
        nested: {
          v1: {
            nested: {
              ReplayPreset: { values: { LATEST: 0, EARLIEST: 1, CUSTOM: 2 } },
              FetchRequest: {
                fields: {
                  topicName: { type: 'string', id: 1 },
                  replayPreset: { type: 'ReplayPreset', id: 2 },
                  replayId: { type: 'bytes', id: 3 },
                  numRequested: { type: 'int32', id: 4 },
                },
              },
              ProducerEvent: {
                fields: {
                  id: { type: 'string', id: 1 },
                  schemaId: { type: 'string', id: 2 },
                  payload: { type: 'bytes', id: 3 },
                },
              },
              ConsumerEvent: {
                fields: { event: { type: 'ProducerEvent', id: 1 }, replayId: { type: 'bytes', id: 2 } },
              },
              FetchResponse: {
                fields: {
                  events: { rule: 'repeated', type: 'ConsumerEvent', id: 1 },
                  latestReplayId: { type: 'bytes', id: 2 },
                  rpcId: { type: 'string', id: 3 },
                  pendingNumRequested: { type: 'int32', id: 4 },
                },
              },
              PubSub: {
                methods: {
                  Subscribe: {
                    requestType: 'FetchRequest',
                    requestStream: true,
                    responseType: 'FetchResponse',
                    responseStream: true,
                    comment: '',
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  { defaults: true, enums: String },
)

/** The first of a stream names its topic, and where it begins; the others only ask for more. */
export interface FetchRequest {
  readonly topicName?: string
  readonly replayPreset?: 'LATEST'
  readonly numRequested: number
}

/** Without events it says that the stream lives: within 270 seconds of the last one. */
export const FetchResponse = z.object({ events: z.array(z.unknown()) })

export const pubSubService = definitions['eventbus.v1.PubSub'] as ServiceDefinition

const method = pubSubService['Subscribe'] as MethodDefinition<FetchRequest, object>

export const subscribe = {
  path: method.path,
  write: method.requestSerialize,
  read: method.responseDeserialize,
}
